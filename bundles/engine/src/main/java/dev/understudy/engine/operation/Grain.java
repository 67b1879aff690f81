package dev.understudy.engine.operation;

/** Random numbers that depend on a place alone. */
public final class Grain {

    private static final int HALF_BITS = 32;
    private static final double FULL = 1L << HALF_BITS;

    private Grain() {}

    /**
     * Random bits of a place: the finalizer of SplitMix64 over its coordinates.
     *
     * @param seed other bits for other components
     */
    public static long bits(int x, int y, int seed) {
        long bits = ((long) y << HALF_BITS | x & 0xffffffffL) + (seed + 1) * 0x9e3779b97f4a7c15L;
        bits = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ bits >>> 27) * 0x94d049bb133111ebL;
        return bits ^ bits >>> 31;
    }

    /** A number between -1 and 1, any as likely as any other. */
    public static double uniform(long bits) {
        return (bits >>> HALF_BITS) / FULL * 2 - 1;
    }

    /** A number of the normal distribution with a mean of 0 and a deviation of 1, by the transform of Box and Muller. */
    static double gaussian(long bits) {
        double radius = Math.sqrt(-2 * Math.log(((bits >>> HALF_BITS) + 1) / FULL));
        return radius * Math.cos(2 * Math.PI * ((bits & 0xffffffffL) / FULL));
    }
}
