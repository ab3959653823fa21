package dev.earshot.models.training;

/** How often each class was taken for each. */
final class ConfusionMatrix {
  private final long[][] counts;

  ConfusionMatrix(int classes) {
    counts = new long[classes][classes];
  }

  void add(int actual, int predicted) {
    counts[actual][predicted]++;
  }

  double accuracy() {
    long hits = 0;
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      hits += counts[i][i];
      total += actual(i);
    }
    return (double) hits / total;
  }

  double recall(int label) {
    return (double) counts[label][label] / actual(label);
  }

  double precision(int label) {
    long predicted = 0;
    for (long[] row : counts) {
      predicted += row[label];
    }
    return (double) counts[label][label] / predicted;
  }

  double macroRecall() {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += recall(i);
    }
    return sum / counts.length;
  }

  long actual(int label) {
    long sum = 0;
    for (long count : counts[label]) {
      sum += count;
    }
    return sum;
  }
}
