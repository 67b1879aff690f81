package dev.understudy.engine.resample;

import java.util.List;

/**
 * What stored samples count in wanted ones, for planes of one size. Threads may share it.
 *
 * @param across by columns
 * @param down by rows
 * @param strips of columns that are made together
 */
record ScalingWeights(Taps across, Taps down, List<ColumnStrip> strips) {

    static ScalingWeights of(Axis x, Axis y, Kernel kernel) {
        Taps across = new Taps(x, kernel);
        return new ScalingWeights(across, new Taps(y, kernel), BlockScaler.strips(across));
    }

    /** How many blocks of rows are scaled one by one. */
    int blocks() {
        return BlockScaler.blocks(down.size());
    }
}
