package dev.understudy.engine.osgi;

import dev.understudy.engine.codec.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a bundle from every other one by its content: two builds of a snapshot have the same version. */
final class BundleEdition {

    private static final Logger LOG = LoggerFactory.getLogger(BundleEdition.class);

    private static final int BUFFER = 1 << 16;

    private BundleEdition() {}

    /**
     * The name and version of a bundle, and a checksum of its files, which are read from now on while the server goes on starting. The same bundle
     * has the same edition after a restart; of one that cannot be read nothing is taken for its own.
     */
    static Edition of(Bundle bundle) {
        String name = bundle.getSymbolicName() + "_" + bundle.getVersion() + "_";
        long modified = bundle.getLastModified();
        return Edition.found(() -> name + checksumOrUnlike(bundle, modified));
    }

    private static String checksumOrUnlike(Bundle bundle, long modified) {
        try {
            String checksum = checksum(bundle);
            // The files of an update are not those that draw.
            return bundle.getLastModified() == modified
                    ? checksum
                    : UUID.randomUUID().toString();
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            // As when it is updated or uninstalled at this very moment, and comes anew.
            LOG.warn(
                    "The bundle {} cannot be read, so what is drawn with it is not used again after a restart",
                    bundle,
                    e);
            return UUID.randomUUID().toString();
        }
    }

    /**
     * Two sums of different polynomials tell bundles apart as 64 bits do. Processors have instructions for them, which Java uses
     * from the first byte on; SHA-256 of all codecs takes an eighth of a second of a start's processor time more.
     */
    private static String checksum(Bundle bundle) throws IOException {
        Checksum[] sums = {new CRC32(), new CRC32C()};
        byte[] buffer = new byte[BUFFER];
        for (URL file : files(bundle)) {
            update(sums, ByteBuffer.wrap((file.getPath() + "\n").getBytes(StandardCharsets.UTF_8)));
            try (InputStream in = file.openStream()) {
                int length = in.read(buffer);
                while (length >= 0) {
                    update(sums, ByteBuffer.wrap(buffer, 0, length));
                    length = in.read(buffer);
                }
            }
        }
        return HexFormat.of().toHexDigits((int) sums[0].getValue())
                + HexFormat.of().toHexDigits((int) sums[1].getValue());
    }

    private static void update(Checksum[] sums, ByteBuffer bytes) {
        for (Checksum sum : sums) {
            sum.update(bytes.duplicate());
        }
    }

    private static List<URL> files(Bundle bundle) {
        Enumeration<URL> entries = bundle.findEntries("/", "*", true);
        return entries == null
                ? List.of()
                : Stream.iterate(entries, Enumeration::hasMoreElements, each -> each)
                        .map(Enumeration::nextElement)
                        .filter(entry -> !entry.getPath().endsWith("/"))
                        .sorted(Comparator.comparing(URL::getPath))
                        .toList();
    }
}
