# MRQAP with double semi-partialling by sna's netlm: the peer of `mrqap`.
# Usage: mrqap_sna.R PAIRS PERMUTATIONS
suppressMessages(library(sna))
arguments <- commandArgs(trailingOnly = TRUE)
table <- as.matrix(read.csv(arguments[1]))
permutations <- as.integer(arguments[2])
states <- (1 + sqrt(1 + 8 * nrow(table))) / 2
square <- function(values) {
  result <- matrix(0, states, states)
  result[lower.tri(result)] <- values # pairs (1, 2), (1, 3), ... in the order of columns of the lower triangle
  result + t(result)
}
set.seed(1)
time <- system.time(
  fit <- netlm(square(table[, 1]), lapply(2:ncol(table), function(k) square(table[, k])),
    mode = "graph", nullhyp = "qapspp", test.statistic = "t-value", reps = permutations)
)
memory <- as.numeric(sub("[^0-9]*([0-9]+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf(
  '{"seconds": %.6f, "processor_seconds": %.6f, "megabytes": %.1f, "answer": [%s]}\n',
  time[["elapsed"]], time[["user.self"]] + time[["sys.self"]], memory,
  paste(sprintf("%.6f", fit$pgreqabs[-1]), collapse = ", ")
))
