package dev.earshot.models.statistics.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.models.statistics.location.EffectModel.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectModelTest {
  private static final double[] Y = {
    2.0, 2.7, 4.1, 3.2, 5.5, 5.6, 4.9, 5.3, 7.2, 6.0, 6.9, 8.4, 9.0, 8.1, 9.7, 8.9, 10.2, 9.6
  };
  private static final String[] NETWORKS = "a a a b b b a b a b a b a b a a b b".split(" ");
  private static final String[] MEDIA = "t t v t v v t t v t t v v t v t v t".split(" ");

  /** Residuals by NumPy 2 (numpy.linalg.lstsq on the design matrix of 0/1 columns). */
  private static final double[] RESIDUALS = {
    -0.1816426, 0.06874223, -0.27871928, -0.20343723, 0.34910125, -0.00051391,
    0.02066641, 0.09810211, 0.12358973, -0.10112821, 0.22220576, 0.1017951,
    0.12512908, 0.20041113, -0.07410125, -0.02587006, -0.34628072, -0.09804953
  };

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Y.length; i++) {
      cells.add(Cell.of(NETWORKS[i], MEDIA[i], 10_000L * (i + 1), EffectModel.scaled(Y[i])));
    }
    return cells;
  }

  @Test
  void residualsAsLeastSquaresOnTheDesignMatrix() {
    assertResiduals(EffectModel.fit(cells()));
  }

  @Test
  void orderAndBundlingDoNotMatter() {
    List<Cell> turned = cells();
    Collections.reverse(turned);
    Cell sum = null;
    for (Cell cell : turned) {
      if (cell.first().equals("b") && cell.second().equals("t")) {
        sum = sum == null ? cell : sum.plus(cell);
      }
    }
    turned.removeIf(cell -> cell.first().equals("b") && cell.second().equals("t"));
    turned.add(0, sum);
    assertResiduals(EffectModel.fit(turned));
  }

  /** A medium that only one network has, and always, adds nothing to the fit. */
  @Test
  void effectsThatCannotBeToldApartLeaveTheFitAsItIs() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      cells.add(Cell.of("a", "image", 10_000L * i, 20_000L * i));
      cells.add(Cell.of("b", "text", 10_000L * i, 20_000L * i + 5_000));
    }
    EffectModel model = EffectModel.fit(cells);
    assertNotNull(model);
    assertEquals(0, model.residual("a", "image", 30_000, 60_000));
    assertEquals(7, model.residual("b", "text", 30_000, 65_007));
  }

  @Test
  void fewUnitsGiveNoModel() {
    assertNull(EffectModel.fit(cells().subList(0, 17)));
    assertNull(EffectModel.fit(List.of()));
    EffectModel model = EffectModel.fit(cells());
    assertNotNull(model);
    assertThrows(IllegalArgumentException.class, () -> model.residual("c", "t", 0, 0));
  }

  private static void assertResiduals(EffectModel model) {
    assertNotNull(model);
    for (int i = 0; i < Y.length; i++) {
      double residual =
          model.residual(NETWORKS[i], MEDIA[i], 10_000L * (i + 1), EffectModel.scaled(Y[i]));
      assertEquals(RESIDUALS[i] * EffectModel.SCALE, residual, 0.51);
    }
  }
}
