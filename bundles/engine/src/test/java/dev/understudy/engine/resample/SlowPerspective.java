package dev.understudy.engine.resample;

import java.util.function.DoubleBinaryOperator;

/** The oracle for perspective: the eight equations of four corners, solved by elimination, and 12 x 12 places a pixel. */
final class SlowPerspective {

    private static final int PLACES = 12;

    private final double width;
    private final double height;
    /** From the window to the image: {@code u = (m0*x + m1*y + m2) / (m6*x + m7*y + 1)}, v likewise. */
    private final double[] m;

    SlowPerspective(double[] corners, double width, double height) {
        this.width = width;
        this.height = height;
        double[] us = {0, width, width, 0};
        double[] vs = {0, 0, height, height};
        double[][] equations = new double[8][];
        for (int i = 0; i < 4; i++) {
            double x = corners[2 * i];
            double y = corners[2 * i + 1];
            equations[2 * i] = new double[] {x, y, 1, 0, 0, 0, -us[i] * x, -us[i] * y, us[i]};
            equations[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -vs[i] * x, -vs[i] * y, vs[i]};
        }
        m = solved(equations);
    }

    /** The share of a pixel that the image covers, and the mean of the function over that. */
    double[] pixel(int column, int row, DoubleBinaryOperator function) {
        double sum = 0;
        int inside = 0;
        for (int j = 0; j < PLACES; j++) {
            for (int i = 0; i < PLACES; i++) {
                double x = column + (i + 0.5) / PLACES;
                double y = row + (j + 0.5) / PLACES;
                double w = m[6] * x + m[7] * y + 1;
                double u = (m[0] * x + m[1] * y + m[2]) / w;
                double v = (m[3] * x + m[4] * y + m[5]) / w;
                if (u >= 0 && u < width && v >= 0 && v < height) {
                    inside++;
                    sum += function.applyAsDouble(u, v);
                }
            }
        }
        return new double[] {inside / (double) (PLACES * PLACES), inside == 0 ? 0 : sum / inside};
    }

    private static double[] solved(double[][] equations) {
        int n = equations.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column; row < n; row++) {
                pivot = Math.abs(equations[row][column]) > Math.abs(equations[pivot][column]) ? row : pivot;
            }
            double[] swapped = equations[column];
            equations[column] = equations[pivot];
            equations[pivot] = swapped;
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = equations[row][column] / equations[column][column];
                    for (int k = column; k <= n; k++) {
                        equations[row][k] -= factor * equations[column][k];
                    }
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = equations[i][n] / equations[i][i];
        }
        return solution;
    }
}
