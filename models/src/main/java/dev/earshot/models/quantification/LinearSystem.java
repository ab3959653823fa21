package dev.earshot.models.quantification;

import org.jspecify.annotations.Nullable;

/** Inverts small matrices: Gauss and Jordan with partial pivoting. */
final class LinearSystem {
  private static final double SMALLEST_PIVOT = 1e-9;

  private LinearSystem() {}

  /** The inverse; null for a matrix that has none. */
  static double @Nullable [][] inverse(double[][] matrix) {
    int size = matrix.length;
    double[][] rows = new double[size][2 * size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix[i], 0, rows[i], 0, size);
      rows[i][size + i] = 1;
    }
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int i = column + 1; i < size; i++) {
        pivot = Math.abs(rows[i][column]) > Math.abs(rows[pivot][column]) ? i : pivot;
      }
      if (Math.abs(rows[pivot][column]) < SMALLEST_PIVOT) {
        return null;
      }
      double[] swapped = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = swapped;
      eliminate(rows, column);
    }
    double[][] inverse = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(rows[i], size, inverse[i], 0, size);
    }
    return inverse;
  }

  private static void eliminate(double[][] rows, int column) {
    double pivot = rows[column][column];
    for (int j = 0; j < rows[column].length; j++) {
      rows[column][j] /= pivot;
    }
    for (int i = 0; i < rows.length; i++) {
      double factor = rows[i][column];
      if (i != column && factor != 0) {
        for (int j = 0; j < rows[i].length; j++) {
          rows[i][j] -= factor * rows[column][j];
        }
      }
    }
  }

  /** Matrix times vector. */
  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }
}
