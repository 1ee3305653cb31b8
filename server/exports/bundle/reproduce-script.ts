// reproduce.R: base R reads the data of the bundle and makes its scores and differences again; lme4 fits what the product does not.
import { responseScales } from '../../results/response-scales'
import type { BundleFacts } from './bundle-facts'

/** An R string. */
const text = (value: string) =>
  `"${value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/[\r\n]+/g, ' ')}"`

const texts = (values: readonly string[]) =>
  values.length === 0 ? 'character(0)' : `c(${values.map(text).join(', ')})`

/** Needs R 4 or later; lme4 for the mixed models, and emmeans if it is there. Null: the study asks for no score. */
export function reproduceScript({ name, protocol, methodVersion }: BundleFacts): string | null {
  const scale = responseScales(protocol)[0]
  if (!scale) return null
  const having = (rule: string) =>
    Object.entries(protocol.statusRules).flatMap(([status, given]) => (given === rule ? [status] : []))
  return `# Makes tables/scores and tables/differences of this bundle again from data/, and compares.
# Study: ${name.replace(/[\r\n]+/g, ' ')}
# Methods version ${methodVersion}. Run in the folder of the bundle: Rscript reproduce.R
# Needs R >= 4.0. Mixed models need the package lme4, their contrasts emmeans; both are left out where missing.
# It does not make again: p values of tables/differences (exact sign-flip tests; here t tests are in their place), strengths
# and ranks, agreement, rubrics, labels, penalties, scores after a reference, results at equal length, other criteria. Where
# models were added to a study later, responses that were shown again beside theirs count twice here and once in the tables.

options(stringsAsFactors = FALSE, width = 120)
scale_name <- ${text(scale.label)}
scale_minimum <- ${scale.min}
tie_threshold <- ${protocol.tieThreshold}
score_minimum <- ${texts(having('minimum'))}
left_out <- ${texts([...having('missing'), 'not_collected'])}

# Text that a spreadsheet would run has an apostrophe in front; one is taken off again.
space <- "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
plain <- function(x) sub(paste0("^'('*[", space, "]*[-=+@\\t\\r])"), "\\\\1", x)

read_table <- function(file) {
  read.csv(file, encoding = "UTF-8", na.strings = "", check.names = FALSE, colClasses = "character")
}

# Items: a translation has a pair of languages; what belongs together is a cluster, any other item stands for itself.
about <- read_table("data/items.csv")
for (column in c("item", "category", "cluster")) about[[column]] <- plain(about[[column]])
about$language <- ifelse(is.na(about$source_language), about$language, paste0(about$source_language, ">", about$language))
about$category[is.na(about$category)] <- "(none)"
about$cluster <- ifelse(is.na(about$cluster), paste0("item\\t", about$item), about$cluster)
about <- about[, c("item", "language", "category", "cluster")]

judgments <- read_table("data/judgments.csv")
for (column in c("item", "model", "annotator")) judgments[[column]] <- plain(judgments[[column]])
judgments$score <- as.numeric(judgments$score)

# What the protocol says of responses that are no plain answers.
responses <- read_table("data/responses.csv")
for (column in c("item", "model")) responses[[column]] <- plain(responses[[column]])
minimal <- responses[responses$status %in% score_minimum, c("item", "model")]
judged <- unique(judgments[, c("item", "annotator", "submitted_at")])
judgments <- judgments[!is.na(judgments$score) & !(judgments$response_status %in% c(score_minimum, left_out)), ]
judgments <- judgments[, c("item", "model", "annotator", "score")]
if (nrow(minimal) > 0) {
  added <- merge(minimal, judged, by = "item")
  if (nrow(added) > 0) {
    added$score <- scale_minimum
    judgments <- rbind(judgments, added[, c("item", "model", "annotator", "score")])
  }
}

# 1. Mean scores: annotators of an item first, then items. -------------------------------------------------------------
items <- merge(aggregate(score ~ item + model, data = judgments, FUN = mean), about, by = "item")

# The mean with its 95 % t interval over clusters (CR1); where every item stands for itself it is the usual one.
estimate <- function(x, cluster) {
  n <- length(x)
  groups <- length(unique(cluster))
  sums <- tapply(x - mean(x), cluster, sum)
  se <- if (groups > 1) sqrt(sum(sums^2) * groups / (groups - 1)) / n else NA
  half <- if (groups > 1) qt(0.975, groups - 1) * se else NA
  c(n = n, clusters = groups, mean = mean(x), lower = mean(x) - half, upper = mean(x) + half, se = se)
}

means <- function(data) {
  if (nrow(data) == 0) return(NULL)
  parts <- split(data, data$model)
  table <- data.frame(
    model = names(parts),
    do.call(rbind, lapply(parts, function(part) estimate(part$score, part$cluster))),
    row.names = NULL
  )
  table[order(-table$mean), ]
}

ours <- NULL
for (language in c("(all)", unique(about$language))) {
  of_language <- if (language == "(all)") items else items[items$language == language, ]
  for (category in c("(all)", unique(about$category))) {
    data <- if (category == "(all)") of_language else of_language[of_language$category == category, ]
    if (nrow(data) > 0) ours <- rbind(ours, cbind(language = language, category = category, means(data)))
  }
}
cat("\\n", scale_name, ": mean scores\\n", sep = "")
print(ours[, names(ours) != "se"], row.names = FALSE, digits = 4)

# The same as in tables/: the largest difference must be 0 but for rounding.
compare <- function(ours, file, keys, columns) {
  printed <- read_table(file)
  for (key in keys) printed[[key]] <- plain(printed[[key]])
  printed <- printed[!is.na(printed[[columns[2]]]), ] # cells without items
  both <- merge(printed[, c(keys, columns)], ours[, c(keys, columns)], by = keys, suffixes = c(".printed", ".ours"))
  cat("\\nCompared with ", file, ": ", nrow(both), " of ", nrow(printed), " rows\\n", sep = "")
  for (column in columns) {
    found <- abs(as.numeric(both[[paste0(column, ".printed")]]) - both[[paste0(column, ".ours")]])
    found <- found[!is.na(found)]
    cat("  largest difference of ", column, ": ", if (length(found)) format(max(found), digits = 3) else "nothing to compare", "\\n", sep = "")
  }
}
compare(ours, "tables/scores.csv", c("language", "category", "model"), c("n", "mean", "lower", "upper"))

# 2. Paired differences of models on the items that both have. ---------------------------------------------------------
models <- sort(unique(items$model))
pairs <- expand.grid(second = models, first = models)[, c("first", "second")]
pairs <- pairs[pairs$first != pairs$second, ]
difference <- function(first, second) {
  columns <- c("item", "score")
  both <- merge(items[items$model == first, c(columns, "cluster")], items[items$model == second, columns], by = "item")
  d <- both$score.x - both$score.y
  if (length(d) == 0) return(NULL)
  # Binary fractions: 8.3 - 8.2 is a little more than 0.1.
  won <- d > tie_threshold + 1e-9
  lost <- d < -tie_threshold - 1e-9
  found <- estimate(d, both$cluster)
  t <- found[["mean"]] / found[["se"]]
  data.frame(
    model = first, opponent = second, n = length(d), difference = found[["mean"]], lower = found[["lower"]],
    upper = found[["upper"]], p_t = if (is.finite(t)) 2 * pt(-abs(t), found[["clusters"]] - 1) else NA,
    wins = sum(won), ties = length(d) - sum(won) - sum(lost), losses = sum(lost),
    p_sign = if (sum(won) + sum(lost) > 0) binom.test(sum(won), sum(won) + sum(lost))$p.value else NA
  )
}
differences <- do.call(rbind, Map(difference, as.character(pairs$first), as.character(pairs$second)))
if (!is.null(differences)) {
  # Both directions are there, as tables may name either; each two models are one test.
  once <- differences[differences$model < differences$opponent, ]
  once$p_t_holm <- p.adjust(once$p_t, method = "holm")
  cat("\\nPaired differences\\n")
  print(once, row.names = FALSE, digits = 4)
  compare(differences, "tables/differences.csv", c("model", "opponent"), c("n", "difference", "lower", "upper"))
}

# 3. Mixed models: models as fixed, items and annotators as random effects, by REML. -----------------------------------
judgments$model <- factor(judgments$model)
if (!requireNamespace("lme4", quietly = TRUE)) {
  cat("\\nThe package lme4 is not installed: no mixed models.\\n")
} else if (nlevels(judgments$model) < 2) {
  cat("\\nThere is one model only: nothing to compare.\\n")
} else {
  formula <- if (length(unique(judgments$annotator)) > 1) {
    score ~ model + (1 | item) + (1 | annotator)
  } else {
    score ~ model + (1 | item)
  }
  fit <- lme4::lmer(formula, data = judgments, REML = TRUE)
  cat("\\nMixed model\\n")
  print(summary(fit))
  if (requireNamespace("emmeans", quietly = TRUE)) {
    marginal <- emmeans::emmeans(fit, "model")
    print(marginal)
    print(emmeans::contrast(marginal, method = "pairwise", adjust = "holm"))
  }
}
`
}
