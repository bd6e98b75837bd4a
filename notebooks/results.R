#!/usr/bin/env Rscript
# Reads the results of a study with base R: the ranking table, the two figures of ranks, and three published numbers
# computed again from the tables below them. It stops if one of them does not come out.
# Usage: Rscript notebooks/results.R [OUT [STUDY]]
# OUT is the folder for ranking.csv and the figures (default: a temporary one); STUDY is a folder of results (default: the
# first study's).

arguments <- commandArgs(trailingOnly = TRUE)
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
root <- normalizePath(file.path(dirname(script), ".."))
out <- if (length(arguments) >= 1) arguments[1] else tempfile("dyadscore-")
study <- if (length(arguments) >= 2) arguments[2] else file.path(root, "results", "azerbaijan-kazakhstan")
dir.create(out, recursive = TRUE, showWarnings = FALSE)

# Only an empty cell is missing: na.strings = "" keeps R from reading a code such as NA as missing.
read_table <- function(folder, ...) {
  read.csv(file.path(folder, ...), na.strings = "", stringsAsFactors = FALSE, check.names = FALSE, encoding = "UTF-8")
}

## The ranking -----------------------------------------------------------------------------------------------------------

ranks <- read_table(study, "ranks.csv")
scores <- read_table(study, "scores.csv")
verdict <- read_table(study, "verdict.csv")
sets <- read_table(study, "rank-confidence.csv")
states <- read_table(root, "datasets", "states", "states.csv")

target <- unique(verdict$target)
reading <- verdict$subject[verdict$window == "main" & verdict$subject_kind == "reading" & verdict$primary == 1][1]
dimensions <- verdict$subject[verdict$window == "main" & verdict$subject_kind == "dimension"]

names_of_states <- setNames(states$name, states$iso3)
ranking <- subset(ranks, window == "main" & subject == reading & in_class == 1, c(dyad, iso3_a, iso3_b, rank_in_class))
ranking$pair <- paste(names_of_states[ranking$iso3_a], names_of_states[ranking$iso3_b], sep = "-")
score_of <- function(name) {
  part <- subset(scores, window == "main" & subject == name)
  part$score[match(ranking$dyad, part$dyad)]
}
ranking[[reading]] <- score_of(reading)
for (name in dimensions) ranking[[name]] <- score_of(name)
ranking <- ranking[order(ranking$rank_in_class, ranking$dyad), ]
rownames(ranking) <- NULL

shown <- ranking[ranking$rank_in_class <= 15 | ranking$dyad == target, ]
table <- shown[c("rank_in_class", "pair", reading, dimensions)]
names(table)[1] <- "rank"
numbers <- c(reading, dimensions)
write.csv(replace(table, numbers, lapply(table[numbers], round, 2)), file.path(out, "ranking.csv"), row.names = FALSE)
print(table, digits = 2, row.names = FALSE)

## Published numbers, again ----------------------------------------------------------------------------------------------

# The table: its values are those of the published figure of the ranking, whose data lie beside it.
plotted <- read_table(study, "figures", "ranking.csv")
for (name in numbers) {
  column <- plotted[plotted$subject == name, ]
  value <- column$value[match(shown$dyad, column$dyad)]
  stopifnot(identical(value, shown[[name]]))
}

# The rank: sort the sums of the contributions. Scores that tie share the better rank. Contributions sum to the score; to
# its logarithm where the mean is a geometric one.
contributions <- read_table(study, "contributions.csv")
used <- contributions[contributions$window == "main" & contributions$reading == reading, ]
sums <- tapply(used$contribution, used$dyad, sum)[ranking$dyad]
score <- ranking[[reading]]
stopifnot(max(abs(sums - score)) < 1e-6 || max(abs(exp(sums) / score - 1)) < 1e-6)
tolerance <- 1e-7 * diff(range(sums)) # the files have eight digits
again <- vapply(sums, function(score) 1L + sum(sums > score + tolerance), integer(1))
stopifnot(all(again == ranking$rank_in_class))

# M: the share of admissible specifications in which the target is first.
evidence <- read_table(study, "verdict-evidence.csv")
multiverse <- read_table(study, "multiverse.csv")
first <- multiverse$rank[multiverse$reading == reading] == 1
stopifnot(abs(mean(first) - evidence$M[evidence$reading == reading]) < 1e-8)

# The rank set: what is printed with the verdict is the row of rank-confidence.csv.
row <- sets[sets$reading == reading & sets$dyad == target, ]
stopifnot(
  row$marginal_low == evidence$rank_low[evidence$reading == reading],
  row$marginal_high == evidence$rank_high[evidence$reading == reading]
)
cat(sprintf("%s on %s: rank %d, M = %.4f of %d specifications, 95 %% rank set %d to %d\n", target, reading,
            again[[target]], mean(first), length(first), row$marginal_low, row$marginal_high))

## Figures ---------------------------------------------------------------------------------------------------------------

accent <- "#D55E00"
colours <- c("#000000", "#0072B2", "#009E73", "#CC79A7")
symbols <- c(16, 0, 2, 5)

# One row a pair, from the best at the top. Grey lines guide the eye; the target is drawn in the accent.
frame <- function(pairs, ticks, label) {
  par(mar = c(4, 11, 3.2, 1), mgp = c(2.2, 0.7, 0), las = 1, cex = 0.8)
  rows <- length(pairs)
  marked <- which(shown$dyad == target)
  plot(NA, xlim = range(ticks), ylim = c(rows, 1), xaxt = "n", yaxt = "n", ylab = "", xlab = label, bty = "n")
  axis(1, at = ticks)
  abline(h = seq_len(rows), col = "grey90")
  axis(2, at = seq_len(rows)[-marked], labels = pairs[-marked], tick = FALSE, line = -0.5)
  axis(2, at = marked, labels = pairs[marked], tick = FALSE, line = -0.5, font = 2, col.axis = accent)
}

draw_ranking <- function() {
  columns <- c(reading, dimensions)
  frame(paste0(shown$rank_in_class, "  ", shown$pair), pretty(range(shown[columns])), "score")
  for (place in rev(seq_along(columns))) {
    points(shown[[columns[place]]], seq_len(nrow(shown)), pch = symbols[place], col = colours[place])
  }
  marked <- which(shown$dyad == target)
  points(shown[[reading]][marked], marked, pch = 16, col = accent, cex = 1.2)
  legend("top", legend = columns, pch = symbols[seq_along(columns)], col = colours[seq_along(columns)], horiz = TRUE,
         bty = "n", text.width = max(strwidth(columns)), inset = c(0, -0.1), xpd = TRUE)
}

draw_rank_sets <- function() {
  part <- sets[sets$reading == reading, ]
  part <- part[match(shown$dyad, part$dyad), ]
  ticks <- pretty(c(1, part$marginal_high))
  label <- sprintf("rank on %s of %d, with its 95 %% set", reading, nrow(ranking))
  frame(shown$pair, c(1, ticks[ticks > 1]), label)
  colour <- ifelse(shown$dyad == target, accent, "#0072B2")
  segments(part$marginal_low, seq_len(nrow(part)), part$marginal_high, col = colour, lwd = 2)
  points(part$rank, seq_len(nrow(part)), pch = 16, col = colour)
}

save_figure <- function(name, draw) {
  pdf(file.path(out, paste0(name, ".pdf")), width = 5.5, height = 4.5)
  draw()
  invisible(dev.off())
  if (capabilities("png")) {
    png(file.path(out, paste0(name, ".png")), width = 5.5, height = 4.5, units = "in", res = 200)
    draw()
    invisible(dev.off())
  }
}

save_figure("ranking", draw_ranking)
save_figure("rank-sets", draw_rank_sets)
stopifnot(file.size(file.path(out, c("ranking.pdf", "rank-sets.pdf", "ranking.csv"))) > 0)
cat("written to", out, "\n")
