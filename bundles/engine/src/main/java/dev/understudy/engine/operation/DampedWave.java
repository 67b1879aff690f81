package dev.understudy.engine.operation;

/**
 * A damped wave: {@code cosine * cos(n * w) + sine * sin(n * w)}, shrunk by the same factor with each number.
 *
 * @param real the real part of what a number's share is multiplied by from one to the next
 * @param imaginary its imaginary part
 * @param steadyReal what the share comes to on a line of ones, the number itself included
 * @param steadyImaginary its imaginary part
 */
record DampedWave(
        double cosine, double sine, double real, double imaginary, double steadyReal, double steadyImaginary) {

    static DampedWave of(double cosine, double sine, double damping, double frequency, double deviation) {
        double shrink = Math.exp(-damping / deviation);
        double real = shrink * Math.cos(frequency / deviation);
        double imaginary = shrink * Math.sin(frequency / deviation);
        double square = (1 - real) * (1 - real) + imaginary * imaginary;
        return new DampedWave(cosine, sine, real, imaginary, (1 - real) / square, imaginary / square);
    }

    /** The sum of the wave over both sides. */
    double sum() {
        return 2 * (cosine * steadyReal + sine * steadyImaginary) - cosine;
    }

    /** The same wave, lower by a divisor. */
    DampedWave dividedBy(double divisor) {
        return new DampedWave(cosine / divisor, sine / divisor, real, imaginary, steadyReal, steadyImaginary);
    }
}
