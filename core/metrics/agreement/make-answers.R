# What R says of 100 random data sets, for the tests beside this file. Made with R 4.2.2, survival 3.5-3
# and etm 1.1.1 of Debian 12 (apt-get install r-base-core r-cran-survival r-cran-etm).
# Again, from this folder:  Rscript make-answers.R
# writes observed.json (the data) and answers.json. The seeds are fixed: the same R gives the same files.
suppressWarnings(RNGkind("Mersenne-Twister", "Inversion", "Rejection"))
suppressPackageStartupMessages({
  library(survival)
  library(etm)
})

number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
short <- function(x) ifelse(is.finite(x), format(x, digits = 15, trim = TRUE, scientific = FALSE), "null")
list_of <- function(x) paste0("[", paste(x, collapse = ","), "]")
columns <- function(m) list_of(apply(m, 1, function(row) list_of(number(row))))
object <- function(...) {
  parts <- list(...)
  parts <- parts[!vapply(parts, is.null, TRUE)]
  paste0("{", paste0('"', names(parts), '":', unlist(parts), collapse = ","), "}")
}

# Sizes, ties, censoring, competing ends, late entry and groups differ from set to set.
observed <- function(i) {
  set.seed(20261100 + i)
  n <- if (i <= 10) i else sample(c(5:40, 10:300), 1)
  top <- c(6, 25, 150, 5000)[1 + i %% 4]
  groups <- 1 + i %% 3
  censored <- runif(1, 0.02, 0.9)
  competing <- if (i %% 5 == 0) 0 else runif(1, 0.05, 0.6)
  group <- sample.int(groups, n, replace = TRUE)
  x <- ceiling(rexp(n, 3 / top) * (1 + 0.4 * (group - 1))) / (if (i %% 7 == 0) 4 else 1)
  status <- ifelse(runif(n) < censored, 0, ifelse(runif(n) < competing, 2, 1))
  entered <- if (i %% 5 == 3) floor(runif(n) * pmin(x, top / 10)) else NULL
  list(x = x, status = status, group = group, entered = entered)
}

spread <- function(k, most) unique(round(seq(1, k, length.out = min(k, most))))

by_etm <- function(d, aj, conf) {
  rows <- data.frame(id = seq_along(d$x), from = 0, to = ifelse(d$status == 0, "cens", d$status),
    entry = d$entered, exit = d$x)
  ways <- matrix(FALSE, 3, 3)
  ways[1, 2:3] <- TRUE
  fit <- etm(rows, c("0", "1", "2"), ways, "cens", s = 0)
  last <- findInterval(aj$time, fit$time) + 1
  for (k in 1:2) {
    way <- paste(0, k)
    p <- c(0, trprob(fit, way))[last]
    se <- sqrt(pmax(0, c(0, trcov(fit, way))))[last]
    limits <- suppressWarnings(survival:::survfit_confint(p, se, logse = FALSE, "log-log", conf))
    aj$pstate[, k + 1] <- p
    aj$std.err[, k + 1] <- se
    aj$lower[, k + 1] <- limits$lower
    aj$upper[, k + 1] <- limits$upper
  }
  aj
}

answers <- function(i, d) {
  n <- length(d$x)
  conf <- c(0.95, 0.8, 0.9, 0.99)[1 + i %% 4]
  late <- !is.null(d$entered)
  surv <- function(event) if (late) Surv(d$entered, d$x, event) else Surv(d$x, event)
  # R refuses a tau before the first duration of a group.
  tau <- max(tapply(d$x, d$group, min), if (i %% 2 == 0) max(d$x) else quantile(d$x, 0.7, type = 1))

  km <- survfit(surv(d$status == 1) ~ 1, conf.type = "log-log", conf.int = conf)
  at <- which(km$n.event > 0)
  at <- at[spread(length(at), 8)]
  # Beyond "survival 0" R says NaN or infinite, here null.
  steps <- cbind(km$time[at], km$n.risk[at], km$surv[at], (km$surv * km$std.err)[at], km$lower[at], km$upper[at])
  q <- quantile(km, c(0.5, 0.9))
  # Where limits rise again quantile() skips ahead; the table takes the first that crosses, as meant.
  table <- summary(km)$table
  q$lower[1] <- table[8]
  q$upper[1] <- table[9]
  mean_of <- function(fit) summary(fit, rmean = tau)$table[c("rmean", "se(rmean)")]

  cause <- factor(d$status, 0:2)
  aj <- suppressWarnings(
    survfit(surv(cause) ~ 1, id = seq_len(n), conf.type = "log-log", conf.int = conf)
  )
  # With late entry survfit gives the infinitesimal jackknife, which is then another error; etm does not.
  if (late) aj <- by_etm(d, aj, conf)
  on <- spread(length(aj$time), 8)
  incidence <- cbind(
    aj$time[on],
    aj$pstate[on, 2], aj$std.err[on, 2], aj$lower[on, 2], aj$upper[on, 2],
    aj$pstate[on, 3], aj$std.err[on, 3], aj$lower[on, 3], aj$upper[on, 3]
  )

  groups <- sort(unique(d$group))
  rank <- NULL
  difference <- NULL
  if (length(groups) > 1 && any(d$status == 1)) {
    # The score test of the exact partial likelihood is the log-rank test, and takes late entry; but it
    # tries every way to choose the tied.
    ties <- max(table(d$x[d$status == 1]))
    if (!late) {
      test <- try(survdiff(Surv(d$x, d$status == 1) ~ d$group), silent = TRUE)
      if (!inherits(test, "try-error") && is.finite(test$chisq)) {
        df <- sum(test$exp > 0) - 1
        rank <- c(test$chisq, df, pchisq(test$chisq, df, lower.tail = FALSE))
      }
    } else if (ties <= 2) {
      test <- suppressWarnings(coxph(surv(d$status == 1) ~ factor(d$group),
        ties = "exact", control = coxph.control(iter.max = 0)))
      df <- length(groups) - 1
      rank <- c(test$score, df, pchisq(test$score, df, lower.tail = FALSE))
    }
    of <- function(g) {
      mine <- d$group == g
      mean_of(survfit(surv(d$status == 1)[mine] ~ 1))
    }
    a <- of(groups[1])
    b <- of(groups[2])
    difference <- c(a[1] - b[1], sqrt(a[2]^2 + b[2]^2))
  }
  object(
    confidence = number(conf),
    steps = columns(steps),
    quantiles = columns(cbind(c(0.5, 0.9), q$quantile, q$lower, q$upper)),
    tau = number(tau), rmst = list_of(number(mean_of(km))),
    incidence = columns(incidence),
    logRank = if (!is.null(rank)) list_of(number(rank)),
    rmstDifference = if (!is.null(difference)) list_of(number(difference))
  )
}

sets <- lapply(1:100, observed)
rows <- vapply(sets, function(d) object(
  x = list_of(short(d$x)), status = list_of(short(d$status)), group = list_of(short(d$group)),
  entered = if (!is.null(d$entered)) list_of(short(d$entered))
), "")
writeLines(paste0("[\n", paste(rows, collapse = ",\n"), "\n]"), "observed.json")

set.seed(20261123)
p <- c(0, 1e-300, 1e-20, 1e-5, 0.001, 0.025, 0.07, 0.0750001, 0.4, 0.5, 0.6, 0.925, 0.975, 0.9999, 1, runif(20))
z <- c(-37, -20, -8, -3, -2.5, -2.4999, -1, -1e-8, 0, 1e-8, 0.3, 2.4999, 2.5, 4, 9, rnorm(20, sd = 2))
chi <- cbind(c(0, 1e-6, 0.01, 1, 3.84, 10.83, 50, 700, rexp(40, 0.1)), c(1, 1, 2, 3, 1, 1, 7, 2, sample(1:30, 40, TRUE)))
of <- sample(1:400, 40, TRUE)
some <- round(of * c(0, 1, runif(38)))
size <- cbind(runif(25, 0.05, 0.9), c(runif(24, 0.01, 0.09), -0.04), runif(25, 0.6, 0.95), c(rep(0.05, 20), rep(0.01, 5)))
arms <- cbind(sample(1:3000, 30, TRUE), sample(1:3000, 30, TRUE), sample(0:400, 30, TRUE))
weights <- cbind(runif(30, 0.1, 1), runif(30, 0.1, 1), runif(30, 0.1, 0.3))
ratio <- t(sapply(1:30, function(i) {
  test <- suppressWarnings(chisq.test(arms[i, ], p = weights[i, ], rescale.p = TRUE))
  c(test$statistic, test$p.value)
}))
score <- t(mapply(function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int, some, of))
cases <- apply(size, 1, function(s) power.prop.test(
  p1 = s[1], p2 = s[1] + s[2], power = s[3], sig.level = s[4], tol = 1e-12)$n)
writeLines(object(
  sets = paste0("[\n", paste(mapply(answers, seq_along(sets), sets), collapse = ",\n"), "\n]"),
  normalQuantile = columns(cbind(p, qnorm(p))),
  normalCdf = columns(cbind(z, pnorm(z))),
  chiSquared = columns(cbind(chi, pchisq(chi[, 1], chi[, 2], lower.tail = FALSE))),
  wilson = columns(cbind(some, of, score)),
  casesNeeded = columns(cbind(size, cases)),
  sampleRatio = columns(cbind(arms, weights, ratio))
), "answers.json")
