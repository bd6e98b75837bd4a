# MRQAP with double semi-partialling by sna's netlm: the peer of `dyadscore-bench mrqap`.
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
seconds <- system.time(
  fit <- netlm(square(table[, 1]), lapply(2:ncol(table), function(k) square(table[, k])),
    mode = "graph", nullhyp = "qapspp", test.statistic = "t-value", reps = permutations)
)[["elapsed"]]
memory <- as.numeric(sub("[^0-9]*([0-9]+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"seconds": %.6f, "megabytes": %.1f, "check": %.6f}\n', seconds, memory, fit$pgreqabs[2]))
