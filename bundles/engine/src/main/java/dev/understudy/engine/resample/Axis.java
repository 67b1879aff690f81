package dev.understudy.engine.resample;

/**
 * Which samples are wanted along one direction of a plane. Coordinates are those of sample edges: sample 0 reaches from
 * 0 to 1.
 *
 * @param origin where the first wanted sample begins
 * @param step how far the wanted samples lie apart, above 0; more than 1 reduces
 * @param count how many are wanted
 * @param low the first stored sample that may be used
 * @param high the one after the last that may be used
 */
public record Axis(double origin, double step, int count, int low, int high) {

    public Axis {
        if (!(step > 0) || count < 1 || low >= high) {
            throw new IllegalArgumentException("no samples by " + step + " x " + count + " in " + low + ".." + high);
        }
        if (Math.abs(step - 1) < 1e-9 && Math.abs(origin - Math.rint(origin)) < 1e-6) {
            origin = Math.rint(origin);
            step = 1;
        }
    }

    /**
     * The same places in a plane that is coarser by a factor.
     *
     * @param available samples that the coarser plane has
     */
    public Axis reduced(int factor, int available) {
        int end = Math.max(1, Math.min(available, -Math.floorDiv(-high, factor)));
        int start = Math.max(0, Math.min(Math.floorDiv(low, factor), end - 1));
        return new Axis(origin / factor, step / factor, count, start, end);
    }

    /**
     * The same places in a part of the plane that begins at {@code offset} and is coarser by a factor.
     *
     * @param available samples that the part has
     */
    public Axis within(int offset, int factor, int available) {
        return new Axis(origin - offset, step, count, low - offset, high - offset).reduced(factor, available);
    }

    /**
     * Half as many samples, twice as far apart, the odd one at the end.
     *
     * @param fromEnd whether pairs are counted from the last wanted sample backwards, so that the odd one comes first
     */
    public Axis paired(boolean fromEnd) {
        double start = fromEnd && count % 2 == 1 ? origin - step : origin;
        return new Axis(start, step * 2, (count + 1) / 2, low, high);
    }

    /** Whether the wanted samples are stored ones as they are. */
    boolean isCopy() {
        return step == 1 && origin == Math.rint(origin) && origin >= low && origin + count <= high;
    }
}
