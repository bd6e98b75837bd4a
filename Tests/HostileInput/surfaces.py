"""Inputs that no honest user gives, by the command that reads them: what each is called, and how it is made.

A case is (what it is, arguments, files). Files are bytes or a function that makes the path; the folder of a case also holds
`datasets`, a copy of a few packages. ACCEPTED marks those that are good input in an odd form.
"""
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ACCEPTED = "accepted"

DEEP = 100_000
STUDY = (ROOT / "studies/kazakhstan-kyrgyzstan.yaml").read_text(encoding="utf-8")
TABLE = "unit,x,y\nA,1,2\nB,2,1\nC,3,3\n"


def folder(path):
    os.mkdir(path)


def pipe(content):
    """A named pipe into which something is written until its reader goes."""

    def make(path):
        os.mkfifo(path)
        return subprocess.Popen(
            ["sh", "-c", f"{content} >{path} 2>/dev/null"], stderr=subprocess.DEVNULL, start_new_session=True)

    return make


def study(old="", new=""):
    assert old in STUDY, old
    return STUDY.replace(old, new, 1).encode()


def studies():
    run = ["run", "study.yaml", "--output", "results", "--quiet"]

    def case(what, content, *marks):
        return (what, run, {"study.yaml": content}, *marks)

    bomb = 'a: &a ["x","x","x","x","x","x","x","x","x"]\n' + "".join(
        f"{after}: &{after} [{','.join(['*' + before] * 9)}]\n" for before, after in zip("abcdefgh", "bcdefghi"))
    yield ("no such file", run, {})
    yield case("an empty file", b"")
    yield case("a folder", folder)
    yield ("a device, `/dev/zero`", ["run", "/dev/zero"], {})
    yield case("a named pipe that is closed in the middle of a text", pipe("printf 'study: \"a'"))
    yield case("a named pipe that never ends", pipe("yes"))
    yield case("17 MB of text", b"# " + b"x" * (17 << 20))
    yield case("a byte-order mark", b"\xef\xbb\xbf" + STUDY.encode(), ACCEPTED)
    yield case("lines that end in CR LF", STUDY.replace("\n", "\r\n").encode(), ACCEPTED)
    yield case("lines that end in CR", STUDY.replace("\n", "\r").encode(), ACCEPTED)
    yield case("a NUL byte", study("title: Kaz", "title: \0Kaz"))
    yield case("bytes that are not UTF-8", study("title: Kaz", "title: ").replace(b"title: ", b"title: \xff"))
    yield case("UTF-16", STUDY.encode("utf-16"))
    yield case("100,000 brackets", b"a: " + b"[" * DEEP)
    yield case("100,000 brackets that close", b"a: " + b"[" * DEEP + b"]" * DEEP)
    yield case("100,000 mappings in braces", b"{a: " * DEEP)
    yield case("100,000 lists in a line", b"- " * DEEP)
    yield case("3,000 levels of indentation", "\n".join(" " * i + "a:" for i in range(3000)).encode())
    yield case("nested aliases (a billion laughs)", bomb.encode())
    yield case("an alias of itself", b"a: &a [*a]\n")
    yield case("a merge key", b"a: &a {x: 1}\nb:\n  <<: *a\n")
    yield case("two documents", STUDY.encode() + b"---\nstudy: other\n")
    yield case("a key twice", STUDY.encode() + b"seed: 1\n")
    yield case("an unknown key", study("readings:", "reading:"))
    yield case("200,000 keys", "".join(f"k{i}: 1\n" for i in range(200_000)).encode())
    yield case("a text of 10 MB", study("study: kazakhstan-kyrgyzstan", "study: " + "A" * 10_000_000))
    yield case("a character of 10 MB (a letter and its accents)", study("study: kaz", "study: é" + "\u0301" * 5_000_000))
    yield case("a path for a name", study("study: kazakhstan-kyrgyzstan", "study: ../elsewhere"))
    yield case("a number of a million digits", study("seed: 2016", "seed: " + "9" * 1_000_000))
    yield case("a seed beyond 64 bits", study("seed: 2016", "seed: 9223372036854775808"))
    yield case("a negative seed", study("seed: 2016", "seed: -1"))
    yield case("10^18 draws", study("draws: 100000", "draws: 1000000000000000000"))
    yield case("`.nan`", study("supported-share: 0.5", "supported-share: .nan"))
    yield case("`.inf`", study("supported-share: 0.5", "supported-share: .inf"))
    yield case("a hexadecimal number", study("tie-tolerance: 1e-9", "tie-tolerance: 0x1p-30"))
    yield case("1e400", study("tie-tolerance: 1e-9", "tie-tolerance: 1e400"))
    yield case("a word where a truth value belongs", study("influence: true", "influence: yes"))
    yield case("the year 0", study("first-year: 1992", "first-year: 0"))
    yield case("the year 99999", study("last-year: 2022", "last-year: 99999"))
    yield case("years in reverse", study("first-year: 1992, last-year: 2022", "first-year: 2022, last-year: 1992"))
    yield case("no states", study("states: [KAZ, KGZ, TJK, TKM, UZB]", "states: []"))
    yield case("a state twice", study("states: [KAZ, KGZ, TJK, TKM, UZB]", "states: [KAZ, KGZ, TJK, TKM, KAZ]"))
    yield case("a state that no package has", study("states: [KAZ, KGZ, TJK, TKM, UZB]", "states: [KAZ, KGZ, TJK, TKM, UZB, ZZZ]"))
    yield case("a target outside the study", study("target: KAZ-KGZ", "target: AZE-KAZ"))
    yield case("a target that is one state", study("target: KAZ-KGZ", "target: KAZ-KAZ"))
    yield case("an indicator that is not defined", study("joint-igo]", "joint-ingo]"))
    yield case("an indicator twice", study("[joint-projects]", "[joint-projects, joint-projects]"))
    yield case("a reading of a dimension that is not there", study("dimensions: [agreements, projects]", "dimensions: [output]"))


def indices():
    def case(what, table, *marks, sheet=None, options=()):
        arguments = ["index", "table.csv", *options]
        files = {"table.csv": table if callable(table) or isinstance(table, bytes) else table.encode()}
        if sheet is not None:
            files["indicators.csv"] = sheet.encode()
            arguments += ["--indicators", "indicators.csv"]
        return (what, arguments, files, *marks)

    wide = "unit," + ",".join(f"c{i}" for i in range(100_000)) + "\n"
    yield case("an empty file", "")
    yield case("a header without rows", "unit,x\n")
    yield case("a folder", folder)
    yield ("a device, `/dev/zero`", ["index", "/dev/zero"], {})
    yield case("a named pipe that never ends", pipe("yes unit,x"))
    yield case("a byte-order mark", "\ufeff" + TABLE, ACCEPTED)
    yield case("lines that end in CR LF", TABLE.replace("\n", "\r\n"), ACCEPTED)
    yield case("lines that end in CR", TABLE.replace("\n", "\r"))
    yield case("a NUL byte", TABLE.replace("2", "\0"))
    yield case("bytes that are not UTF-8", TABLE.encode().replace(b"B", b"\xff"))
    yield case("UTF-16", TABLE.encode("utf-16"))
    yield case("a cell of 10 MB", TABLE.replace("2", "9" * 10_000_000))
    yield case("a cell of 10 MB of quotes", TABLE.replace("2", '"' + '""' * 5_000_000 + '"'))
    yield case("a quote that is not closed, and 10 MB", TABLE + '"' + "x\n" * 5_000_000)
    yield case("a quote inside a cell", TABLE.replace("2", '2"'))
    yield case("text behind a closing quote", TABLE.replace("2", '"2"x'))
    yield case("a name of 10 MB", TABLE.replace("x", "x" * 10_000_000).replace("2", "two"))
    yield case("100,000 columns, one of them twice", wide.replace("c99999", "c0") + "A" + ",1" * 100_000 + "\n")
    yield case("100,000 columns, one row short", wide + "A" + ",1" * 99_999 + "\n")
    yield case("100,000 columns", wide + "".join(f"{u}" + ",1,2" * 50_000 + "\n" for u in "AB"))
    yield case("a row with a cell too few", TABLE + "D,1\n")
    yield case("a row with a cell too many", TABLE + "D,1,2,3\n")
    yield case("an empty line in the middle", TABLE.replace("B", "\nB"))
    yield case("a column twice", TABLE.replace("y", "x"))
    yield case("a unit twice", TABLE + "A,1,1\n")
    yield case("a unit without a name", TABLE + ",1,1\n")
    yield case("semicolons for commas", TABLE.replace(",", ";"))
    for word in ["NaN", "nan", "inf", "-Infinity", "0x1p3", "1e400", "1_000", "+1", "1.", "١", "NA", "#DIV/0!", "=1+1"]:
        yield case(f"`{word}`", TABLE.replace("2", word, 1))
    yield case("a decimal comma", TABLE.replace("2", '"1,5"', 1))
    yield case("a number of 100,000 digits", TABLE.replace("2", "9" * 100_000, 1))
    yield case("`1e-400`, which is nearest to 0", TABLE.replace("2", "1e-400", 1), ACCEPTED)
    yield case("a column of one value", "unit,x,y\nA,1,2\nB,1,1\n")
    yield case("a denominator of 0", TABLE + "D,1,0\n", sheet="indicator,denominator\nx,y\n")
    circle = "indicator,parent\nx,a\ny,b\na,b\nb,a\n"
    yield case("groups in a circle", TABLE, sheet=circle)
    yield case("a group that is its own parent", TABLE, sheet="indicator,parent\nx,a\na,a\n")
    chain = "indicator,parent\nx,g0\n" + "".join(f"g{i},g{i + 1}\n" for i in range(DEEP)) + f"g{DEEP},\n"
    yield case("100,000 groups above one another", TABLE, sheet=chain)
    yield case("indicators at different depths", TABLE, sheet="indicator,parent\nx,a\ny,b\na,\nb,c\nc,\n")
    yield case("a group that is a column", TABLE, sheet="indicator,parent\nx,y\ny,\n")
    yield case("an indicator that is no column", TABLE, sheet="indicator\nz\n")
    yield case("an indicator twice", TABLE, sheet="indicator\nx\nx\n")
    yield case("a negative weight", TABLE, sheet="indicator,weight\nx,-1\ny,1\n")
    yield case("weights that are all 0", TABLE, sheet="indicator,weight\nx,0\ny,0\n")
    yield case("a best value that is the worst", TABLE, sheet="indicator,worst,best\nx,1,1\n")
    options = {
        "a method that is not known": ["--normalise", "minmax"],
        "`nan` for a parameter": ["--normalise", "min-max:nan,1"],
        "10^400 for a parameter": ["--normalise", "min-max:0,1e400"],
        "a million draws too many": ["--smaa", "11000000"],
        "10^18 draws": ["--smaa", "1000000000000000000"],
        "a number of draws beyond 64 bits": ["--smaa", "9223372036854775808"],
        "a negative number of draws": ["--smaa=-1"],
        "a negative number of imputations": ["--imputations=-1"],
        "a seed beyond 64 bits": ["--smaa", "10", "--seed", "18446744073709551616"],
        "a tie tolerance of `nan`": ["--tie-tolerance", "nan"],
        "a class without units": ["--class", "x=9"],
        "an interval in reverse": ["--smaa", "10", "--weight-interval", "x=0.9,0.1"],
        "bounds that no weights keep": ["--smaa", "10", "--weight-interval", "x=0,0.1", "--weight-interval", "y=0,0.1"],
        "a column that is not there": ["--unit", "z"],
        "replicates of a bootstrap beyond 64 bits": ["--dea", "--inputs", "x", "--outputs", "y", "--bootstrap", "99999999999999999999"],
        "a confidence of 1": ["--dea", "--inputs", "x", "--outputs", "y", "--bootstrap", "10", "--confidence", "1"],
        "no rank to be found": ["--rank-ci", "--estimate", "x", "--error", "y", "--tau-best", "0"],
        "a table of judgements that is a folder": ["--weights", "ahp:comparisons=."],
    }
    for what, arguments in options.items():
        yield case(what, TABLE, options=arguments)


def additions():
    def case(what, table, *marks, kind="count", options=()):
        arguments = ["datasets", "add", "mine.csv", "--id", "mine", "--title", "Visits", "--dimension", "contacts",
            "--kind", kind, "--unit", "visits", "--direction", "more", "--operator", "sum", "--codes", "iso3",
            "--state-a", "a", "--state-b", "b", "--year", "year", "--value", "value", "--first-year", "2000",
            "--last-year", "2005", "--unrecorded", "zero", "--definition", "Visits", "--citation",
            "oecd2008handbook", "--source", "a list", "--licence", "CC0"]
        for name, value in zip(options[::2], options[1::2]):
            if name in arguments:
                arguments[arguments.index(name) + 1] = value
            else:
                arguments += [name, value]
        content = table if callable(table) or isinstance(table, bytes) else ("a,b,year,value\n" + table).encode()
        return (what, arguments, {"mine.csv": content}, *marks)

    yield case("an empty file", b"")
    yield case("a folder", folder)
    yield case("a byte-order mark", b"\xef\xbb\xbfa,b,year,value\nAZE,KAZ,2001,1\n", ACCEPTED)
    yield case("lines that end in CR LF", b"a,b,year,value\r\nAZE,KAZ,2001,1\r\n", ACCEPTED)
    yield case("lines that end in CR", b"a,b,year,value\rAZE,KAZ,2001,1\r")
    yield case("a NUL byte", "AZE,KAZ,2001,\0\n")
    yield case("bytes that are not UTF-8", b"a,b,year,value\nAZE,KAZ,2001,\xff\n")
    yield case("a cell of 10 MB", f"AZE,KAZ,2001,{'1' * 10_000_000}\n")
    yield case("a row with a cell too few", "AZE,KAZ,2001\n")
    yield case("a column that is not there", b"a,b,yr,value\nAZE,KAZ,2001,1\n")
    yield case("a pair twice", "AZE,KAZ,2001,1\nAZE,KAZ,2001,1\n")
    yield case("a pair in both orders", "AZE,KAZ,2001,1\nKAZ,AZE,2001,1\n")
    yield case("a year with zeros before it", "AZE,KAZ,2001,1\nAZE,KAZ,02001,1\n")
    yield case("a state that no package has", "AZE,ZZZ,2001,1\n")
    yield case("a code in small letters", "AZE,kaz,2001,1\n")
    yield case("a state with itself", "AZE,AZE,2001,1\n")
    yield case("a negative count", "AZE,KAZ,2001,-1\n")
    yield case("half a count", "AZE,KAZ,2001,0.5\n")
    yield case("a count beyond 64 bits", "AZE,KAZ,2001,9223372036854775808\n")
    yield case("the year 0", "AZE,KAZ,0,1\n")
    yield case("the year 99999", "AZE,KAZ,99999,1\n")
    yield case("half a year", "AZE,KAZ,2001.5,1\n")
    yield case("a year outside the coverage, which is told and left out", "AZE,KAZ,1999,1\n", ACCEPTED)
    for word in ["NaN", "inf", "0x1p3", "1e400"]:
        yield case(f"`{word}`", f"AZE,KAZ,2001,{word}\n", kind="flow")
    yield case("a flow too large to be summed", "AZE,KAZ,2001,1.7e308\nKAZ,AZE,2001,1.7e308\n", kind="flow", options=["--directions", "sum"])
    yield case("a share of 2", "AZE,KAZ,2001,2\n", kind="share")
    yield case("a flag of 2", "AZE,KAZ,2001,2\n", kind="binary")
    yield case("an id that is a path", "AZE,KAZ,2001,1\n", options=["--id", "../mine"])
    yield case("the id of another package", "AZE,KAZ,2001,1\n", options=["--id", "states"])
    yield case("a coverage from year 0 on", "AZE,KAZ,2001,1\n", options=["--first-year", "0"])
    yield case("a coverage in reverse", "AZE,KAZ,2001,1\n", options=["--first-year", "2006"])
    yield case("a year beyond 64 bits", "AZE,KAZ,2001,1\n", options=["--first-year", "9223372036854775808"])
    yield case("a citation that is not there", "AZE,KAZ,2001,1\n", options=["--citation", "nobody1999"])
    yield case("a title that is blank", "AZE,KAZ,2001,1\n", options=["--title", " "])


def imports():
    icews = "i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\n"

    def case(what, importer, *texts, marks=()):
        files = {f"{i + 1}.csv": text if callable(text) or isinstance(text, bytes) else text.encode() for i, text in enumerate(texts)}
        return (f"{importer}: {what}", ["datasets", "import", importer, *files], files, *marks)

    yield case("no file", "icews")
    yield case("an empty file", "icews", "")
    yield case("a folder", "icews", folder)
    yield ("icews: a device, `/dev/zero`", ["datasets", "import", "icews", "/dev/zero"], {})
    yield ("icews: no such file", ["datasets", "import", "icews", "none.csv"], {})
    yield ("an importer that is not there", ["datasets", "import", "icws", "x.csv"], {})
    yield case("a byte-order mark", "icews", "\ufeff" + icews + "AZE,KAZ,2002,1,0,0,0\n", marks=(ACCEPTED,))
    yield case("lines that end in CR", "icews", icews.replace("\n", "\r"))
    yield case("a NUL byte", "icews", icews + "AZE,KAZ,2002,\0,0,0,0\n")
    yield case("bytes that are not UTF-8, on line 3", "icews", icews.encode() + b"AZE,KAZ,2002,1,0,0,0\n\xff\n")
    yield case("a cell of 10 MB", "icews", icews + f"AZE,KAZ,2002,{'1' * 10_000_000},0,0,0\n")
    yield case("a row with a cell too few", "icews", icews + "AZE,KAZ,2002,1,0,0\n")
    yield case("a column that is not there", "icews", icews.replace("year", "Year") + "AZE,KAZ,2002,1,0,0,0\n")
    yield case("a pair twice", "icews", icews + "AZE,KAZ,2002,1,0,0,0\n" * 2)
    yield case("a negative count", "icews", icews + "AZE,KAZ,2002,-1,0,0,0\n")
    yield case("`NaN` for a count", "icews", icews + "AZE,KAZ,2002,NaN,0,0,0\n")
    yield case("a count beyond 64 bits", "icews", icews + "AZE,KAZ,2002,9223372036854775808,0,0,0\n")
    yield case("the year 0", "icews", icews + "AZE,KAZ,0,1,0,0,0\n")
    yield case("the year 99999", "icews", icews + "AZE,KAZ,99999,1,0,0,0\n")
    yield case("states outside the list and a state with itself, which are told and left out", "icews",
        icews + "AZE,ZZZ,2002,1,0,0,0\nAZE,AZE,2002,1,0,0,0\n", marks=(ACCEPTED,))
    yield case("30 February", "gdelt", "date,a,b,edge\n20180230,AZE,KAZ,1\n")
    bank = "Country Name,Country Code,Year,Value\n"
    yield case("`inf`", "gdp", bank + "Kazakhstan,KAZ,2000,inf\n")
    yield case("nothing at all", "gdp", bank + "Kazakhstan,KAZ,2000,0\n")
    yield case("a year twice, once with zeros before it", "gdp", bank + "Kazakhstan,KAZ,2000,1\nKazakhstan,KAZ,02000,1\n")
    itpd = "year,exporter,importer,value_const2010\n"
    yield case("a flow too large to be summed", "trade-itpd", itpd + "2000,AZE,KAZ,1.7e308\n2000,KAZ,AZE,1.7e308\n")
    yield case("one direction", "trade-itpd", itpd + "2000,AZE,KAZ,1\n")
    capitals = "ccode,statenme,capital,stdate,enddate,lat,lng\n"
    yield case("a latitude of 91", "capitals", capitals + "705,K,Almaty,1991-01-01,1998-05-05,91,77\n")
    yield case("a spell in reverse", "capitals", capitals + "705,K,Almaty,1998-05-05,1991-01-01,43,77\n")
    codes = "iso3,name,ccode,gwcode\nKAZ,Kazakhstan,705,705\n"
    cow = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\nKZK,705,K,1991,12,26,2016,12,31,1\n"
    gw = "gwcode,stateabb,statename,startdate,enddate\n705,KZK,K,1991-12-16,2017-12-31\n"
    yield case("a state twice", "states", codes + "KAZ,Kazakhstan,705,705\n", cow, gw)
    yield case("a number that no list has", "states", codes.replace("705,705", "999,705"), cow, gw)


def packages():
    file = "datasets/contiguity/datapackage.json"
    good = (ROOT / file).read_text(encoding="utf-8")
    table = (ROOT / "datasets/contiguity/dyad-spells.csv").read_text(encoding="utf-8")
    validate = ["datasets", "validate", "contiguity"]

    def case(what, old="", new=""):
        assert old in good, old
        return (what, validate, {file: good.replace(old, new, 1).encode()})

    yield ("an empty file", validate, {file: b""})
    yield ("a folder", validate, {file: folder})
    yield ("100,000 brackets", validate, {file: b"[" * DEEP})
    yield ("100,000 objects", validate, {file: b'{"a":' * DEEP})
    yield ("half of it", validate, {file: good[: len(good) // 2].encode()})
    yield ("bytes that are not UTF-8", validate, {file: good.encode().replace(b"contiguity", b"\xff", 1)})
    yield case("a NUL byte", '"name" : "contiguity"', '"name" : "\0"')
    yield case("a key twice", '"name" : "contiguity"', '"name" : "contiguity", "name" : "contiguity"')
    yield case("an unknown key", '"licenses"', '"licences"')
    yield case("another package's name", '"name" : "contiguity"', '"name" : "distance"')
    yield case("a path out of the package", '"path" : "dyad-spells.csv"', '"path" : "../states/states.csv"')
    yield case("a type that is not known", '"type" : "integer"', '"type" : "whole"')
    size = re.findall(r'"bytes" : \d+', good)[-1]
    digests = re.findall(r"sha256:[0-9a-f]{64}", good)
    yield case("a negative size", size, '"bytes" : -1')
    yield case("a size beyond 64 bits", size, '"bytes" : 9223372036854775808')
    yield case("the hash of something else", digests[-1], "sha256:" + "0" * 64)
    yield case("half a hash of a source's file", digests[0], digests[0][:39])
    yield case("a key of columns that are not there", '"primaryKey" : [\n', '"primaryKey" : [\n "nothing",\n')
    rows = table.split("\n")

    def rowcase(what, *lines):
        return (what, validate, {"datasets/contiguity/dyad-spells.csv": "\n".join(lines).encode()})

    yield rowcase("a table without rows", rows[0], "")
    yield rowcase("a row twice", *rows[:3], rows[2], "")
    yield rowcase("rows out of order", rows[0], rows[2], rows[1], "")
    yield rowcase("codes that do not belong together", rows[0], rows[1].replace("371", "373", 1), "")
    yield ("a file that is not described", validate, {"datasets/contiguity/more.csv": b"a\n"})


def others():
    yield ("a shard of none", ["run", "study.yaml", "--shard", "0/0"], {"study.yaml": STUDY.encode()})
    yield ("a shard beyond the last", ["run", "study.yaml", "--shard", "3/2"], {"study.yaml": STUDY.encode()})
    yield ("10^18 shards", ["run", "study.yaml", "--shard", "1/1000000000000000000"], {"study.yaml": STUDY.encode()})
    yield ("the best -1 pairs", ["tables", "study.yaml", "--top=-1"], {"study.yaml": STUDY.encode()})
    yield ("400 digits", ["tables", "study.yaml", "--digits", "400"], {"study.yaml": STUDY.encode()})
    yield ("a billion pixels an inch", ["figures", "study.yaml", "--dpi", "1000000000"], {"study.yaml": STUDY.encode()})
    yield ("a pair of one state", ["explain", "study.yaml", "KAZ-KAZ"], {"study.yaml": STUDY.encode()})
    yield ("a pair outside the study", ["explain", "study.yaml", "AZE-KAZ"], {"study.yaml": STUDY.encode()})
    yield ("a window that is not there", ["explain", "study.yaml", "KAZ-KGZ", "--window", "none"], {"study.yaml": STUDY.encode()})
    bib = "datasets/references.bib"
    good = (ROOT / bib).read_text(encoding="utf-8")
    cite = ["cite", "study.yaml"]
    yield ("references.bib: an entry that does not close", cite, {"study.yaml": STUDY.encode(), bib: ("@misc{x, title = {\n" + good).encode().rstrip(b"}\n ")})
    yield ("references.bib: a key twice", cite, {"study.yaml": STUDY.encode(), bib: (good + "@misc{weedcabar, title = {x}}\n").encode()})
    yield ("references.bib: bytes that are not UTF-8", cite, {"study.yaml": STUDY.encode(), bib: good.encode() + b"\xff"})
    yield ("references.bib: 100,000 accents upon one another", cite, {"study.yaml": STUDY.encode(), bib: good.replace("@misc{weedcabar,", "@misc{weedcabar, note = {" + "\\'" * DEEP + "e},").encode()}, ACCEPTED)
    crosswalk = "datasets/crosswalks/source-codes.csv"
    yield ("source-codes.csv: a code twice", ["datasets", "import", "icews", "1.csv"],
        {"1.csv": b"i_iso3c,j_iso3c,year,verbCoop,matlCoop,verbConf,matlConf\n",
            crosswalk: b"package,code,iso3,evidence\nicews,K,KAZ,e\nicews,K,AZE,e\n"})
    definition = "datasets/indicators/trade.yaml"
    text = (ROOT / definition).read_text(encoding="utf-8")
    run = ["run", "study.yaml", "--output", "results", "--quiet"]
    yield ("an indicator that is called as another file", run, {"study.yaml": STUDY.encode(), definition: text.replace("id: trade", "id: trad", 1).encode()})
    yield ("an indicator of a package that is not there", run, {"study.yaml": STUDY.encode(), definition: text.replace("package: trade", "package: trad", 1).encode()})


SURFACES = [
    ("The study file", "`dyadscore run study.yaml`", studies),
    ("Any table", "`dyadscore index table.csv --indicators indicators.csv`", indices),
    ("A user's own indicator", "`dyadscore datasets add mine.csv`", additions),
    ("A source's own files", "`dyadscore datasets import SOURCE 1.csv 2.csv 3.csv`", imports),
    ("A data package", "`dyadscore datasets validate contiguity`", packages),
    ("Options, references, crosswalks and definitions", "`dyadscore` with various commands", others),
]
