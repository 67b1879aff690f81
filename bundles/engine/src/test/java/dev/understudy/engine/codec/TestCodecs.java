package dev.understudy.engine.codec;

import dev.understudy.image.Codec;
import java.util.ArrayList;
import java.util.List;

/** Codecs without bundles. */
public final class TestCodecs {

    private TestCodecs() {}

    public static InstalledCodecs of(Codec... codecs) {
        List<RegisteredCodec> registered = new ArrayList<>();
        for (Codec codec : codecs) {
            registered.add(
                    new RegisteredCodec(codec, "bundle" + registered.size(), Edition.of("1"), 0, registered.size()));
        }
        return InstalledCodecs.of(registered);
    }
}
