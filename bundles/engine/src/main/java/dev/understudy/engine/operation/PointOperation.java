package dev.understudy.engine.operation;

/** A pixel operation that looks at each pixel by itself, and so has neither neighbors nor a scale. */
sealed interface PointOperation extends PixelOperation
        permits BrightnessOperation,
                ColorBalanceOperation,
                ContrastOperation,
                HueOperation,
                InvertOperation,
                NoiseOperation,
                SaturationOperation {

    /** New planes of three colors. */
    long BYTES_PER_PIXEL = 3;

    @Override
    default int reach(PixelScale scale) {
        return 0;
    }

    @Override
    default long memory(long pixels) {
        return BYTES_PER_PIXEL * pixels;
    }
}
