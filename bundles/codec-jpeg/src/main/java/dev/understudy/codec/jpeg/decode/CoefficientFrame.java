package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the coefficients of a frame and makes no samples of them. */
final class CoefficientFrame implements FrameScans {

    private final Input input;
    private final Doubts doubts;
    private final @Nullable ProgressiveFrame progressive;
    private List<Coefficients> coefficients;

    CoefficientFrame(Input input, FrameLayout layout, Doubts doubts) {
        this.input = input;
        this.doubts = doubts;
        progressive = layout.frame().progressive() ? new ProgressiveFrame(input, layout, doubts, false) : null;
        coefficients = progressive == null ? ProgressiveFrame.none(layout) : List.of();
    }

    @Override
    public void take(FrameScan scan) throws IOException {
        if (progressive != null) {
            progressive.take(scan);
            return;
        }
        CodeReader bits = new CodeReader(input);
        new UnitWalk(scan, bits, new CoefficientScan(scan, coefficients, bits), doubts, false).walk();
    }

    /** Ends the frame, of which there are no samples. */
    @Override
    public List<ComponentSamples> finish() throws IOException {
        if (progressive != null) {
            coefficients = progressive.coefficients();
        }
        return List.of();
    }

    @Override
    public void requireAny() throws DamagedException {
        if (progressive != null) {
            progressive.requireAny();
        }
    }

    /** The coefficients of each component of the frame, once that has ended. */
    List<Coefficients> coefficients() {
        return coefficients;
    }
}
