package dev.understudy.image;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A set of decoders and encoders that comes and goes as one service, so that swapping it is one step and no request is
 * ever planned against half of it. Both lists are read once, when the service is taken up.
 */
@ConsumerType
public interface Codec {

    /** What it reads, in the order in which they are asked. Codecs are asked in the order of their service ranking, highest first. */
    List<Decoder> decoders();

    /** What it writes, at most one for each format. Of codecs that write the same, the one of the highest service ranking does. */
    List<Encoder> encoders();
}
