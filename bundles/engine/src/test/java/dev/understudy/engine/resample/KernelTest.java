package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class KernelTest {

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    @Test
    void lanczosIsASincTimesAWiderOne() {
        for (double x = -2.999; x < 3; x += 0.001) {
            assertEquals(sinc(x) * sinc(x / 3), Kernel.LANCZOS.weight(x), 1e-14, "at " + x);
        }
        assertEquals(1, Kernel.LANCZOS.weight(0));
        assertEquals(1, Kernel.LANCZOS.weight(1e-12));
        assertEquals(0, Kernel.LANCZOS.weight(1), 1e-15);
        assertEquals(0, Kernel.LANCZOS.weight(-3));
        assertEquals(0, Kernel.LANCZOS.weight(3.5));
    }
}
