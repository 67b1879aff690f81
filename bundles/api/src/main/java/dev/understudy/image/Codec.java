package dev.understudy.image;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A set of decoders and encoders that comes and goes as one service, so that swapping it is one step and no request is
 * ever planned against half of it.
 */
@ConsumerType
public interface Codec {

    /** What it reads, in the order in which they are asked. */
    List<Decoder> decoders();

    /** What it writes, at most one for each format. */
    List<Encoder> encoders();
}
