package dev.understudy.engine.operation;

import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/** The oracle of smoothing: a Gaussian in two dimensions, summed up over each pixel in double precision. */
final class SlowGaussian {

    private final double[] weights;

    SlowGaussian(double deviation) {
        weights = new double[(int) Math.ceil(6 * deviation) + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = share(i, deviation);
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    /** The share of the curve over a pixel, by a sum over slices of it. */
    private static double share(int pixel, double deviation) {
        int slices = 400;
        double sum = 0;
        for (int i = 0; i < slices; i++) {
            double z = (pixel - 0.5 + (i + 0.5) / slices) / deviation;
            sum += Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / deviation / slices;
        }
        return sum;
    }

    /** The mean around a pixel, weighted by opacity; beyond the edge its pixels go on. */
    double at(Numbers2 values, @Nullable Plane alpha, int x, int y) {
        double sum = 0;
        double opacity = 0;
        for (int dy = 1 - weights.length; dy < weights.length; dy++) {
            for (int dx = 1 - weights.length; dx < weights.length; dx++) {
                int column = Math.max(0, Math.min(values.width() - 1, x + dx));
                int row = Math.max(0, Math.min(values.height() - 1, y + dy));
                double weight = weights[Math.abs(dx)] * weights[Math.abs(dy)];
                weight *= alpha == null ? 1 : alpha.at(column, row);
                sum += weight * values.at(column, row);
                opacity += weight;
            }
        }
        return opacity == 0 ? 0 : sum / opacity;
    }

    /** Numbers in two dimensions. */
    record Numbers2(int width, int height, double[] numbers) {

        static Numbers2 of(Plane plane) {
            double[] numbers = new double[plane.samples().length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = plane.samples()[i] & 0xff;
            }
            return new Numbers2(plane.width(), plane.height(), numbers);
        }

        double at(int x, int y) {
            return numbers[y * width + x];
        }
    }
}
