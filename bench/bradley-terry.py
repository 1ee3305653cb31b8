# One Bradley–Terry fit over votes one by one, as NumPy is used for it: Newton's method on a logistic regression.
# Prints the milliseconds; exits with 3 where there is no NumPy.
import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(3)

votes, models = int(sys.argv[1]), 5
random = np.random.default_rng(1)
first = random.integers(0, models, votes)
second = (first + random.integers(1, models, votes)) % models
strength = np.linspace(-0.5, 0.5, models)
won = (random.random(votes) < 1 / (1 + np.exp(strength[second] - strength[first]))).astype(float)

started = time.perf_counter()
design = np.zeros((votes, models))
design[np.arange(votes), first] = 1
design[np.arange(votes), second] = -1
design = design[:, 1:]
beta = np.zeros(models - 1)
for _ in range(25):
    p = 1 / (1 + np.exp(-design @ beta))
    step = np.linalg.solve(design.T @ (design * (p * (1 - p))[:, None]), design.T @ (won - p))
    beta += step
    if np.abs(step).max() < 1e-10:
        break
print((time.perf_counter() - started) * 1000)
