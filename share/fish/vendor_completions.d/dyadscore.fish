function __dyadscore_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __dyadscore_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __dyadscore_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __dyadscore_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __dyadscore_parse_tokens -S
    set -l unparsed_tokens (__dyadscore_tokens -pc)
    switch $unparsed_tokens[1]
    case 'dyadscore'
        __dyadscore_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'run'
            __dyadscore_parse_subcommand -r 1 'datasets=' 'data-root=+' 'o/output=' 'format=' 'quiet' 'shard=' 'force' 'resume' 'version' 'h/help'
        case 'merge'
            __dyadscore_parse_subcommand 1 'datasets=' 'data-root=+' 'o/output=' 'format=' 'quiet' 'shards=' 'version' 'h/help'
        case 'tables'
            __dyadscore_parse_subcommand 1 'table=+' 'top=' 'columns=' 'digits=' 'label=' 'caption=' 'format=' 'o/output=' 'list' 'datasets=' 'data-root=+' 'version' 'h/help'
        case 'figures'
            __dyadscore_parse_subcommand 1 'figure=+' 'list' 'o/output=' 'width=+' 'variant=+' 'pdf' 'png' 'dpi=' 'format=' 'quiet' 'datasets=' 'data-root=+' 'version' 'h/help'
        case 'report'
            __dyadscore_parse_subcommand 1 'o/output=' 'quiet' 'datasets=' 'data-root=+' 'version' 'h/help'
        case 'explain'
            __dyadscore_parse_subcommand 2 'reading=' 'window=' 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
        case 'verify'
            __dyadscore_parse_subcommand 1 'datasets=' 'data-root=+' 'study=' 'tolerance=' 'column-tolerance=+' 'format=' 'q/quiet' 'version' 'h/help'
        case 'compare'
            __dyadscore_parse_subcommand 2 'tolerance=' 'column-tolerance=+' 'reading=' 'window=' 'figure=' 'format=' 'allow-differences' 'version' 'h/help'
        case 'cite'
            __dyadscore_parse_subcommand 1 'format=' 'o/output=' 'datasets=' 'data-root=+' 'version' 'h/help'
        case 'init'
            __dyadscore_parse_subcommand 0 'target=' 'states=' 'exclude=' 'statement=' 'citation=' 'superlative=' 'title=' 'class-name=' 'window=' 'indicators=' 'author=+' 'published=' 'o/output=' 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
        case 'index'
            __dyadscore_parse_subcommand 1 'indicators=' 'unit=' 'missing-value=+' 'unit-groups=' 'class=' 'scaling=' 'outliers=' 'transform=' 'normalise=' 'missing=' 'weights=' 'aggregate=+' 'tie-tolerance=' 'smaa=' 'weight-space=' 'weight-order=+' 'weight-interval=+' 'dea' 'inputs=' 'outputs=' 'returns=' 'orientation=' 'super-efficiency' 'slacks' 'bootstrap=' 'confidence=' 'rank-ci' 'estimate=' 'error=' 'rank-coverage=' 'rank-bounds=' 'rank-draws=' 'tau-best=' 'imputations=' 'seed=' 'format=' 'o/output=' 'version' 'h/help'
        case 'methods'
            __dyadscore_parse_subcommand 1 'format=' 'version' 'h/help'
        case 'datasets'
            __dyadscore_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __dyadscore_parse_subcommand 0 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
            case 'show'
                __dyadscore_parse_subcommand 1 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
            case 'validate'
                __dyadscore_parse_subcommand -r 1 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
            case 'import'
                __dyadscore_parse_subcommand -r 2 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
            case 'add'
                __dyadscore_parse_subcommand 1 'id=' 'title=' 'dimension=' 'kind=' 'unit=' 'direction=' 'operator=' 'codes=' 'state-a=' 'state-b=' 'year=' 'value=' 'first-year=' 'last-year=' 'without-states=' 'unrecorded=' 'directions=' 'definition=' 'citation=' 'source=' 'licence=' 'replace' 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
            end
        case 'doctor'
            __dyadscore_parse_subcommand 0 'format=' 'datasets=' 'data-root=+' 'version' 'h/help'
        case 'help'
            __dyadscore_parse_subcommand -r 1 'version'
        end
    end
end

function __dyadscore_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __dyadscore_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __dyadscore_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __dyadscore_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__dyadscore_tokens -p)
    if test -z "$(__dyadscore_tokens -t)"
        set -l index (count (__dyadscore_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'dyadscore' -f
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'run' -d 'Score the pairs of studies, test their claims, and write tables and figures.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'merge' -d 'Make the results of a study from its shards.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'tables' -d 'Make tables for a paper: LaTeX, Markdown, CSV, HTML or JSON.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'figures' -d 'Write the figures of a study, for a journal\'s column width and kind of print.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'report' -d 'Score the pairs of a study, test its claim, and write the report as one HTML page.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'explain' -d 'Why a pair has its rank: what each indicator adds, beside the leader\'s.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'verify' -d 'Run the study of a results folder again and compare every value.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'compare' -d 'What changed between two results folders: verdicts, ranks, pairs, values.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'cite' -d 'List what a paper that uses a study should cite.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'init' -d 'Write a study file for a claim of your own, commented and ready to run.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'index' -d 'Score the units of any table: a composite index with every stage shown.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'methods' -d 'List the methods of every step: formula, domain, source, properties, parameters, test.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'datasets' -d 'List, show, validate, import and add data packages.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'doctor' -d 'Say which versions and libraries run, and whether the data packages are there.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore run" -ge 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" o output' -l 'output' -s 'o' -d 'The folder in which the studies\' results folders are written.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" format' -l 'format' -d 'How to tell what became of the studies: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" quiet' -l 'quiet' -d 'Print no summary and no progress.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" shard' -l 'shard' -d 'Compute this part of so many.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" force' -l 'force' -d 'With --shard: compute it even if it is there already.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" resume' -l 'resume' -d 'Leave out studies whose results are there already, of the same program, study and data.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore merge" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge" o output' -l 'output' -s 'o' -d 'The folder in which the studies\' results folders are written.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge" format' -l 'format' -d 'How to tell what became of the studies: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge" quiet' -l 'quiet' -d 'Print no summary and no progress.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge" shards' -l 'shards' -d 'The folder of the shards; without it RESULTS/<study>.shards.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables"' -l 'table' -d 'A table by its name, see --list; repeat it for several. Without it, all.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" top' -l 'top' -d 'How many of the best pairs the ranking shows, beside the target.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" columns' -l 'columns' -d 'Columns of the table, in this order, separated by commas.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" digits' -l 'digits' -d 'Decimals of numbers; of descriptive statistics the digits of the standard deviation after the first.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" label' -l 'label' -d 'The LaTeX label of the table.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" caption' -l 'caption' -d 'The caption of the table.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" format' -l 'format' -d 'How to print: latex, markdown, csv, html or json.' -rfka 'latex markdown csv html json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" o output' -l 'output' -s 'o' -d 'The folder in which the tables are written.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" list' -l 'list' -d 'List the tables, and print none.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore tables" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore figures" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures"' -l 'figure' -d 'Write this figure only; may be repeated (default: all).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" list' -l 'list' -d 'Write nothing, but name the figures that the study has, with their titles.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" o output' -l 'output' -s 'o' -d 'The folder in which files are written.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures"' -l 'width' -d 'Columns of the page: one (88 mm) or two (180 mm); may be repeated (default: two).' -rfka 'one two'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures"' -l 'variant' -d 'light (in colour), or print (in greys, for black and white); may be repeated (default: light).' -rfka 'light print'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" pdf' -l 'pdf' -d 'Also write PDF files.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" png' -l 'png' -d 'Also write PNG files.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" dpi' -l 'dpi' -d 'Pixels an inch of PNG files, from 36 to 2400 (default: 300).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" format' -l 'format' -d 'How to tell what was written: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" quiet' -l 'quiet' -d 'Print no list of files and no progress.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore figures" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore report" o output' -l 'output' -s 'o' -d 'The file to write; - is standard output.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore report" quiet' -l 'quiet' -d 'Print no progress.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore report" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore report"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore report" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore report" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore explain" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore explain" -eq 2' -fka '(__dyadscore_custom_completion ---completion explain -- positional@1 (count (__dyadscore_tokens -pc)) (__dyadscore_tokens -tC))'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore explain" reading' -l 'reading' -d 'The reading or dimension; without it, the study\'s first reading.' -rfka '(__dyadscore_custom_completion ---completion explain -- --reading (count (__dyadscore_tokens -pc)) (__dyadscore_tokens -tC))'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore explain" window' -l 'window' -d 'The window.' -rfka '(__dyadscore_custom_completion ---completion explain -- --window (count (__dyadscore_tokens -pc)) (__dyadscore_tokens -tC))'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore explain" format' -l 'format' -d 'How to print: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore explain" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore explain"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore explain" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore verify" -eq 1' -fa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify" study' -l 'study' -d 'The study file; without it study.yaml in the folder.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify" tolerance' -l 'tolerance' -d 'By what share numbers may differ.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify"' -l 'column-tolerance' -d 'The tolerance of a column, of all tables or of one file; may be repeated.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify" format' -l 'format' -d 'How to print: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify" q quiet' -l 'quiet' -s 'q' -d 'Print nothing but errors.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore compare" -eq 1' -fa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore compare" -eq 2' -fa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" tolerance' -l 'tolerance' -d 'By what share numbers may differ.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare"' -l 'column-tolerance' -d 'The tolerance of a column, of all tables or of one file; may be repeated.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" reading' -l 'reading' -d 'The reading or dimension of the figure; without it, the first.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" window' -l 'window' -d 'The window of the figure; without it, the first.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" figure' -l 'figure' -d 'A folder for slope.svg and slope.csv.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" format' -l 'format' -d 'How to print: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" allow-differences' -l 'allow-differences' -d 'Exit code 0 whatever differs.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore compare" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore cite" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore cite" format' -l 'format' -d 'How to print: bibtex, text or json.' -rfka 'bibtex text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore cite" o output' -s 'o' -l 'output' -d 'The file to write (default: standard output).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore cite" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore cite"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore cite" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore cite" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" target' -l 'target' -d 'The pair that the claim is about, for example ARM-GEO.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" states' -l 'states' -d 'ISO codes of the states whose pairs are compared, separated by commas (default: all of the data).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" exclude' -l 'exclude' -d 'States whose pairs the claim leaves out; they are in --states.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" statement' -l 'statement' -d 'The sentence under test, as its source has it.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" citation' -l 'citation' -d 'Key of the sentence\'s source in references.bib.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" superlative' -l 'superlative' -d 'What the pair is said to be.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" title' -l 'title' -d 'Title of tables and figures (default: pair, class and years).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" class-name' -l 'class-name' -d 'What the compared pairs are called, for example \'pairs of Nordic states\'.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" window' -l 'window' -d 'First and last year.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" indicators' -l 'indicators' -d 'Only these indicators, separated by commas (default: those with data).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init"' -l 'author' -d 'An author of the study, for a deposit; may be repeated.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" published' -l 'published' -d 'The date of a deposit (default: today).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" o output' -s 'o' -l 'output' -d 'The file to write, named after the study; - prints it (default: studies/<pair>.yaml).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" format' -l 'format' -d 'How to tell what was written: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore index" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" indicators' -l 'indicators' -d 'The file that names the indicators, META; without it all other columns are indicators.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" unit' -l 'unit' -d 'The column that names the units (default: the first).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index"' -l 'missing-value' -d 'A text that stands for a missing value, beside the empty cell; may be repeated.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" unit-groups' -l 'unit-groups' -d 'A column of labels, for rules that fill a gap from units of the same group.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" class' -l 'class' -d 'The units that others are measured against (default: all).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" scaling' -l 'scaling' -d 'none, or class-mean: divide by the mean of the class (default: none).' -rfka 'none class-mean'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" outliers' -l 'outliers' -d 'Treatment of outliers (default: none).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" transform' -l 'transform' -d 'Transform, for indicators that META gives none (default: identity).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" normalise' -l 'normalise' -d 'Normalisation (default: min-max:0,1).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" missing' -l 'missing' -d 'Rule for missing values (default: available-case).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" weights' -l 'weights' -d 'Weights (default: declared if META has weights, else equal).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index"' -l 'aggregate' -d 'Aggregation; once for all levels, or once a level from the indicators up (default: arithmetic).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" tie-tolerance' -l 'tie-tolerance' -d 'Scores within this share of the score range tie (default: 1e-09).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" smaa' -l 'smaa' -d 'Also rank the units under this many draws of weights (SMAA-2), from 2; for one arithmetic or geometric aggregation.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" weight-space' -l 'weight-space' -d 'flat (any weights of the indicators are as likely as any other) or nested (groups first, then the members of each) (default: nested if META has groups, else flat).' -rfka 'flat nested'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index"' -l 'weight-order' -d 'Indicators or groups whose weights do not rise from the first to the last; may be repeated.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index"' -l 'weight-interval' -d 'Bounds of a weight: of the whole (flat), or in its group (nested); may be repeated.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" dea' -l 'dea' -d 'Measure efficiency by data envelopment analysis instead of an index.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" inputs' -l 'inputs' -d 'Columns of inputs, separated by commas.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" outputs' -l 'outputs' -d 'Columns of outputs, separated by commas.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" returns' -l 'returns' -d 'Returns to scale: crs, vrs or nirs (default: crs).' -rfka 'crs vrs nirs'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" orientation' -l 'orientation' -d 'input or output (default: input).' -rfka 'input output'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" super-efficiency' -l 'super-efficiency' -d 'Rank by efficiency against the frontier of the other units.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" slacks' -l 'slacks' -d 'Show slacks in text and csv; json always has them.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" bootstrap' -l 'bootstrap' -d 'Replicates of a bootstrap (Simar & Wilson 1998), from 2.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" confidence' -l 'confidence' -d 'Of the intervals of --bootstrap, and of the sets of --rank-ci (default: 0.95).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" rank-ci' -l 'rank-ci' -d 'Give confidence sets for the ranks of estimated scores instead of an index (Mogstad, Romano, Shaikh & Wilhelm 2024).'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" estimate' -l 'estimate' -d 'The column of scores, higher is better.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" error' -l 'error' -d 'The column of their standard errors.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" rank-coverage' -l 'rank-coverage' -d 'marginal (each set by itself) or simultaneous (all sets at once) (default: both).' -rfka 'marginal simultaneous'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" rank-bounds' -l 'rank-bounds' -d 'two-sided, lower (best rank) or upper (worst rank) (default: two-sided).' -rfka 'two-sided lower upper'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" rank-draws' -l 'rank-draws' -d 'Draws of the errors, from 100 (default: 10000).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" tau-best' -l 'tau-best' -d 'Also mark the units that may be among this many best.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" imputations' -l 'imputations' -d 'Also score this many completions of the gaps, each drawn from a normal model (multiple imputation), apart from the scores.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" seed' -l 'seed' -d 'Seed of everything that is drawn at random (default: 1).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" format' -l 'format' -d 'How to print: text (a table), csv (one row a unit) or json (every stage).' -rfka 'text csv json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" o output' -s 'o' -l 'output' -d 'The file to write, whole or not at all (default: standard output).' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore index" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore methods" -eq 1' -fka 'outliers transform normalise missing weights aggregate'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore methods" format' -l 'format' -d 'How to print: text, json, markdown (as in METHODS.md), or schema (all steps, as in $defs of studies/study.schema.json).' -rfka 'text json markdown schema'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore methods" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore methods" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets" -eq 1' -fa 'list' -d 'List the data packages with their tables, rows and licences.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets" -eq 1' -fa 'show' -d 'Show where a data package comes from, what its columns mean and how to make it again.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets" -eq 1' -fa 'validate' -d 'Check data packages against their own descriptions.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets" -eq 1' -fa 'import' -d 'Derive a data package from a source\'s own files.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets" -eq 1' -fa 'add' -d 'Make a data package and an indicator from a table of your own.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets list" format' -l 'format' -d 'How to print: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets list" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets list"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets list" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets show" -eq 1' -fka '(__dyadscore_custom_completion ---completion datasets show -- positional@0 (count (__dyadscore_tokens -pc)) (__dyadscore_tokens -tC))'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets show" format' -l 'format' -d 'How to print: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets show" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets show"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets show" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets validate" -ge 1' -fka '(__dyadscore_custom_completion ---completion datasets validate -- positional@0 (count (__dyadscore_tokens -pc)) (__dyadscore_tokens -tC))'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets validate" format' -l 'format' -d 'How to print: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets validate" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets validate"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets validate" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets validate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets import" -eq 1' -fka 'states capitals icews gdelt embassies diplomatic-exchange air-routes ieadb ggo desta atop investment-treaties joint-igo joint-projects gas-pipelines stated-totals trade trade-cow trade-itpd gdp population distance contiguity minimum-distance'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets import" -ge 2' -F
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets import" format' -l 'format' -d 'How to tell what was left out: text (on standard error) or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets import" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets import"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets import" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_positional "dyadscore datasets add" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" id' -l 'id' -d 'Name of the package and the indicator: lower-case letters, digits and hyphens.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" title' -l 'title' -d 'Title for tables and figures.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" dimension' -l 'dimension' -d 'What the indicator belongs to: contacts, agreements, projects, or one of your own.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" kind' -l 'kind' -d 'What kind of number it is.' -rfka 'count stock flow binary share'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" unit' -l 'unit' -d 'Unit of the value.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" direction' -l 'direction' -d 'Whether more or less of it speaks for a pair.' -rfka 'more less'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" operator' -l 'operator' -d 'How the values of several years become one.' -rfka 'share-of-year mean sum snapshot'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" codes' -l 'codes' -d 'How the table names states.' -rfka 'iso3 cow gw'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" state-a' -l 'state-a' -d 'Column of the first state.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" state-b' -l 'state-b' -d 'Column of the second state.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" year' -l 'year' -d 'Column of the year.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" value' -l 'value' -d 'Column of the value.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" first-year' -l 'first-year' -d 'First year that the source covers.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" last-year' -l 'last-year' -d 'Last year that the source covers.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" without-states' -l 'without-states' -d 'ISO codes of states that the source does not cover, separated by commas.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" unrecorded' -l 'unrecorded' -d 'What a pair and year without a row means inside the coverage.' -rfka 'zero missing'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" directions' -l 'directions' -d 'How to join A,B and B,A of one year.' -rfka 'refuse sum mean'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" definition' -l 'definition' -d 'What the value measures, in a sentence.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" citation' -l 'citation' -d 'Key of the source in references.bib.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" source' -l 'source' -d 'Name or address of the source.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" licence' -l 'licence' -d 'Licence of the data.' -rfka ''
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" replace' -l 'replace' -d 'Replace an indicator that was added before.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" format' -l 'format' -d 'How to tell what was left out: text (on standard error) or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore datasets add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore doctor" format' -l 'format' -d 'How to print: text or json.' -rfka 'text json'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore doctor" datasets' -l 'datasets' -d 'The folder of data packages (default: datasets; the installed one if there is none here).' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore doctor"' -l 'data-root' -d 'Another folder into which symbolic links of the data folder may lead; may be repeated.' -rfa '(__dyadscore_complete_directories)'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore doctor" version' -l 'version' -d 'Show the version.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'dyadscore' -n '__dyadscore_should_offer_completions_for_flags_or_options "dyadscore help" version' -l 'version' -d 'Show the version.'
