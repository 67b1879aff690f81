package dev.understudy.engine.resample;

import dev.understudy.image.ResMode;

/** The weights of samples by their distance from the wanted place, in samples of the coarser of both images. */
enum Kernel {
    TRIANGLE(1) {
        @Override
        double at(double distance) {
            return 1 - distance;
        }
    },
    /** Catmull and Rom's cubic. */
    CUBIC(2) {
        @Override
        double at(double distance) {
            return cubic(distance, -0.5);
        }
    },
    /** A cubic with deeper lobes, which makes edges harder. */
    SHARP_CUBIC(2) {
        @Override
        double at(double distance) {
            return cubic(distance, -0.75);
        }
    },
    /** The sinc, faded out over three lobes by a wider one. */
    LANCZOS(3) {
        @Override
        double at(double distance) {
            double angle = Math.PI / 3 * distance;
            if (angle < 1e-9) {
                return 1;
            }
            // the sine of three times the angle out of that of the angle, since sines are most of what weights cost
            double sine = Math.sin(angle);
            double square = sine * sine;
            return square * (3 - 4 * square) / (3 * angle * angle);
        }
    };

    private final int radius;

    Kernel(int radius) {
        this.radius = radius;
    }

    /** The kernel of a mode. */
    static Kernel of(ResMode mode) {
        return switch (mode) {
            case BILIN -> TRIANGLE;
            case BICUB -> CUBIC;
            case SHARP2 -> LANCZOS;
            case BISHARP -> SHARP_CUBIC;
        };
    }

    /** From where on it is zero. */
    int radius() {
        return radius;
    }

    /** The weight of a sample at an offset. */
    double weight(double offset) {
        double distance = Math.abs(offset);
        return distance < radius ? at(distance) : 0;
    }

    /** The weight of a sample that is less than the radius away. */
    abstract double at(double distance);

    private static double cubic(double d, double a) {
        return d < 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : ((d - 5) * d + 8) * d * a - 4 * a;
    }
}
