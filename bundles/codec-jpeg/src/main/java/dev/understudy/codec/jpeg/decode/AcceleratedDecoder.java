package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has an accelerator decode frames that our own decoder has decoded before, and so found sound. */
public final class AcceleratedDecoder {

    /** Some hundred KB. */
    private static final int MOST_REMEMBERED = 4096;

    /** In the header of a scan, behind its marker and its length. */
    private static final int COMPONENTS = 4;

    private final FrameAccelerator accelerator;
    private final SoundFiles sound = new SoundFiles(MOST_REMEMBERED);

    public AcceleratedDecoder(FrameAccelerator accelerator) {
        this.accelerator = accelerator;
    }

    /** Decodes a frame without an accelerator. */
    public interface OwnDecoding {
        List<ComponentSamples> decode() throws IOException;
    }

    /**
     * The samples of a frame's components.
     *
     * @param firstScan where the marker of the first scan is
     * @param own decodes strictly what the accelerator does not take, and all that is not known to be sound
     * @throws IOException when the frame is not sound
     */
    public List<ComponentSamples> decode(Input input, long firstScan, FrameLayout layout, OwnDecoding own)
            throws IOException {
        if (!accelerator.takes(layout, input.length()) || !isOneScan(input, firstScan, layout)) {
            return own.decode();
        }
        byte[] digest;
        try (FrameAccelerator.LoadedFrame frame = accelerator.load(input, layout)) {
            digest = frame.digest();
            Optional<List<byte[]>> planes = sound.contains(digest) ? frame.decode() : Optional.empty();
            UnitWalk.requireWanted();
            if (planes.isPresent()) {
                return components(planes.get(), layout);
            }
        } catch (AcceleratorException e) {
            accelerator.drop(e);
            return own.decode();
        }
        List<ComponentSamples> samples = own.decode();
        if (input.forgiven().isEmpty()) { // else that is to be told each time
            sound.add(digest);
        }
        return samples;
    }

    private static boolean isOneScan(Input input, long firstScan, FrameLayout layout) throws IOException {
        input.seek(firstScan + COMPONENTS);
        return input.readUnsignedByte() == layout.components().size();
    }

    private static List<ComponentSamples> components(List<byte[]> planes, FrameLayout layout) {
        List<ComponentSamples> components = new ArrayList<>();
        for (int i = 0; i < planes.size(); i++) {
            components.add(new ComponentSamples(layout.components().get(i), planes.get(i)));
        }
        return components;
    }
}
