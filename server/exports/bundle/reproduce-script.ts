// reproduce.R: base R reads the data of the bundle and makes its tables again; lme4 fits what the product does not.
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
  return `# Reproduces the tables of this bundle from data/judgments.csv.
# Study: ${name.replace(/[\r\n]+/g, ' ')}
# Methods version ${methodVersion}. Run in the folder of the bundle: Rscript reproduce.R
# Needs R >= 4.0. Mixed models need the package lme4, their contrasts emmeans; both are left out where missing.

options(stringsAsFactors = FALSE, width = 120)
scale_name <- ${text(scale.label)}
scale_minimum <- ${scale.min}
tie_threshold <- ${protocol.tieThreshold}
score_minimum <- ${texts(having('minimum'))}
left_out <- ${texts([...having('missing'), 'not_collected'])}

# Text that a spreadsheet would run has an apostrophe in front; it is taken off again.
plain <- function(x) sub("^'([[:space:]]*[-=+@])", "\\\\1", x)

read_table <- function(file) {
  read.csv(file, encoding = "UTF-8", na.strings = "", check.names = FALSE, colClasses = "character")
}

judgments <- read_table("data/judgments.csv")
for (column in c("item", "category", "model", "annotator")) judgments[[column]] <- plain(judgments[[column]])
judgments$score <- as.numeric(judgments$score)
judgments$category[is.na(judgments$category)] <- "(none)"

# What the protocol decided before about responses that are no plain answers.
responses <- read_table("data/responses.csv")
responses$item <- plain(responses$item)
responses$model <- plain(responses$model)
minimal <- responses[responses$status %in% score_minimum, c("item", "model")]
judged <- unique(judgments[, c("item", "language", "category", "annotator")])
judgments <- judgments[!is.na(judgments$score) & !(judgments$response_status %in% c(score_minimum, left_out)), ]
if (nrow(minimal) > 0) {
  added <- merge(minimal, judged, by = "item")
  if (nrow(added) > 0) {
    added$score <- scale_minimum
    columns <- c("item", "language", "category", "model", "annotator", "score")
    judgments <- rbind(judgments[, columns], added[, columns])
  }
}

# 1. Mean scores: annotators of an item first, then items. -------------------------------------------------------------
items <- aggregate(score ~ item + language + category + model, data = judgments, FUN = mean)

summarise <- function(x) {
  n <- length(x)
  se <- if (n > 1) sd(x) / sqrt(n) else NA
  half <- if (n > 1) qt(0.975, n - 1) * se else NA
  c(n = n, mean = mean(x), lower = mean(x) - half, upper = mean(x) + half)
}

means <- function(data) {
  if (nrow(data) == 0) return(NULL)
  parts <- split(data$score, data$model)
  table <- data.frame(model = names(parts), do.call(rbind, lapply(parts, summarise)), row.names = NULL)
  table[order(-table$mean), ]
}

cat("\\n", scale_name, ": mean scores, all languages\\n", sep = "")
print(means(items), row.names = FALSE, digits = 4)
for (language in unique(items$language)) {
  cat("\\n", scale_name, ": mean scores, ", language, "\\n", sep = "")
  print(means(items[items$language == language, ]), row.names = FALSE, digits = 4)
}

# The same as tables/scores.csv: the largest difference must be 0 but for rounding.
printed <- read_table("tables/scores.csv")
overall <- printed[printed$language == "(all)" & printed$category == "(all)", ]
ours <- means(items)
found <- ours$mean[match(plain(overall$model), ours$model)]
cat("\\nLargest difference from tables/scores.csv:", format(max(abs(found - as.numeric(overall$mean)), na.rm = TRUE)), "\\n")

# 2. Paired differences of models on the items that both have. ---------------------------------------------------------
models <- sort(unique(items$model))
pairs <- if (length(models) > 1) t(combn(models, 2)) else matrix(character(0), ncol = 2)
difference <- function(first, second) {
  both <- merge(items[items$model == first, c("item", "score")], items[items$model == second, c("item", "score")], by = "item")
  d <- both$score.x - both$score.y
  # Binary fractions: 8.3 - 8.2 is a little more than 0.1.
  won <- d > tie_threshold + 1e-9
  lost <- d < -tie_threshold - 1e-9
  ok <- length(d) > 1 && sd(d) > 0
  test <- if (ok) t.test(d) else NULL
  data.frame(
    first = first, second = second, n = length(d), difference = if (length(d)) mean(d) else NA,
    lower = if (ok) test$conf.int[1] else NA, upper = if (ok) test$conf.int[2] else NA, p_t = if (ok) test$p.value else NA,
    wins = sum(won), ties = length(d) - sum(won) - sum(lost), losses = sum(lost),
    p_sign = if (sum(won) + sum(lost) > 0) binom.test(sum(won), sum(won) + sum(lost))$p.value else NA
  )
}
if (nrow(pairs) > 0) {
  differences <- do.call(rbind, lapply(seq_len(nrow(pairs)), function(i) difference(pairs[i, 1], pairs[i, 2])))
  differences$p_t_holm <- p.adjust(differences$p_t, method = "holm")
  cat("\\nPaired differences\\n")
  print(differences, row.names = FALSE, digits = 4)
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
