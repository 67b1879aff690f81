package dev.understudy.engine.codec;

import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The codecs of one moment. When one comes or goes there are others, and another engine with them.
 *
 * @param decoders what is read, in the order in which they are asked
 * @param formats what is written
 * @param edition changes with the bytes of every codec, and with their order
 */
public record InstalledCodecs(List<Decoder> decoders, OutputFormats formats, Edition edition) {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledCodecs.class);

    public InstalledCodecs {
        decoders = List.copyOf(decoders);
    }

    /**
     * What codecs read and write. One that cannot even say what that is, such as one for another version of the interfaces, is
     * left out: it takes none of the others with it.
     *
     * @param codecs the codecs; the first that knows a format has it
     */
    public static InstalledCodecs of(List<RegisteredCodec> codecs) {
        List<Decoder> decoders = new ArrayList<>();
        OutputFormats formats = OutputFormats.NONE;
        Edition edition = Edition.of("codecs");
        for (RegisteredCodec registered : codecs) {
            Codec codec = registered.codec();
            try {
                List<Decoder> read = List.copyOf(codec.decoders());
                formats = formats.and(codec.encoders());
                decoders.addAll(read);
                edition = edition.and(registered.edition());
            } catch (RuntimeException | LinkageError e) {
                LOG.error(
                        "The codec of {} is left out: it does not say what it reads and writes",
                        registered.bundle(),
                        e);
            }
        }
        return new InstalledCodecs(decoders, formats, edition);
    }
}
