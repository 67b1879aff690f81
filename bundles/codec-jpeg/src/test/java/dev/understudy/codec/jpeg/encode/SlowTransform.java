package dev.understudy.codec.jpeg.encode;

/** The cosine transform as the standard writes it, in double precision. */
final class SlowTransform {

    private static final double[][] BASIS = new double[8][8];

    static {
        for (int frequency = 0; frequency < 8; frequency++) {
            for (int x = 0; x < 8; x++) {
                double height = frequency == 0 ? Math.sqrt(1 / 8.0) : 0.5;
                BASIS[frequency][x] = height * Math.cos((2 * x + 1) * frequency * Math.PI / 16);
            }
        }
    }

    private SlowTransform() {}

    /** Coefficients of 64 samples, row after row. */
    static double[] forward(double[] samples) {
        double[] result = new double[64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                result[i] += samples[j] * BASIS[i / 8][j / 8] * BASIS[i % 8][j % 8];
            }
        }
        return result;
    }

    /** Samples of 64 coefficients. */
    static double[] inverse(double[] coefficients) {
        double[] result = new double[64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                result[i] += coefficients[j] * BASIS[j / 8][i / 8] * BASIS[j % 8][i % 8];
            }
        }
        return result;
    }
}
