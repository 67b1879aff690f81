package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import dev.understudy.image.IdleProcessors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes frames by an accelerator, once our own reading of their codes has found them sound. */
public final class AcceleratedDecoder {

    /** In the header of a scan, behind its marker and its length. */
    private static final int COMPONENTS = 4;

    private final FrameAccelerator accelerator;

    public AcceleratedDecoder(FrameAccelerator accelerator) {
        this.accelerator = accelerator;
    }

    /**
     * The samples of a frame's components; empty when {@link JpegFrameDecoder} has to make them.
     *
     * @param firstScan where the marker of the first scan is
     * @param tables what has been defined before it
     * @param processors what may check codes meanwhile
     * @throws IOException when the frame is not sound
     */
    public Optional<List<ComponentSamples>> decode(
            Input input, long firstScan, FrameLayout layout, DecodingTables tables, IdleProcessors processors)
            throws IOException {
        if (!accelerator.takes(layout, input.length()) || !isOneScan(input, firstScan, layout)) {
            return Optional.empty();
        }
        CodeCheck check = new CodeCheck(input, firstScan, layout, tables);
        try (FrameAccelerator.LoadedFrame frame = accelerator.load(input, layout)) {
            Optional<List<byte[]>> planes = decode(frame, check, processors);
            UnitWalk.requireWanted();
            return planes.map(samples -> components(samples, layout));
        } catch (AcceleratorException e) {
            check.require();
            if (input.forgiven().isEmpty()) { // others may refuse what we forgive
                accelerator.drop(e);
            }
            return Optional.empty();
        }
    }

    private static boolean isOneScan(Input input, long firstScan, FrameLayout layout) throws IOException {
        input.seek(firstScan + COMPONENTS);
        return input.readUnsignedByte() == layout.components().size();
    }

    /** Decodes while a helper checks or, without one, behind the check, so that nobody else's code sees what is damaged. */
    private static Optional<List<byte[]>> decode(
            FrameAccelerator.LoadedFrame frame, CodeCheck check, IdleProcessors processors)
            throws IOException, AcceleratorException {
        IdleProcessors.Running helper = processors.start(check);
        if (helper == null) {
            check.require();
            return frame.decode();
        }
        Optional<List<byte[]>> planes;
        try {
            planes = frame.decode();
        } finally {
            helper.await();
        }
        check.require();
        return planes;
    }

    private static List<ComponentSamples> components(List<byte[]> planes, FrameLayout layout) {
        List<ComponentSamples> components = new ArrayList<>();
        for (int i = 0; i < planes.size(); i++) {
            components.add(new ComponentSamples(layout.components().get(i), planes.get(i)));
        }
        return components;
    }
}
