package dev.understudy.codec.meta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.codec.io.Input;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.Xmp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Notes in images that somebody else has thought of: they are read as far as they make sense, before long, and the same twice. */
class MetadataFuzzTest {

    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 3_000_000_000L;

    static Stream<Arguments> packets() {
        String rdf =
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" a=\"b\"/></rdf:RDF>";
        String whole =
                "<?xpacket begin=\"\" id=\"W5M0\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" + rdf + "</x:xmpmeta>";
        return Stream.of(
                Arguments.of((Object) rdf.getBytes(StandardCharsets.UTF_8)),
                Arguments.of((Object) whole.getBytes(StandardCharsets.UTF_8)),
                Arguments.of((Object) rdf.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of((Object) ExtendedXmp.naming("0123456789ABCDEF0123456789ABCDEF")),
                Arguments.of((Object) ("<!DOCTYPE a [<!ENTITY b \"c\">]>" + rdf).getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Arguments> blocks() {
        ByteBuffer path = ByteBuffer.allocate(5 * 26);
        path.putShort(0, (short) 6)
                .putShort(26, (short) 8)
                .putShort(52, (short) 0)
                .putShort(54, (short) 2);
        path.putShort(78, (short) 1)
                .putInt(80, 1 << 22)
                .putShort(104, (short) 2)
                .putInt(110, 1 << 23);
        ByteBuffer blocks = ByteBuffer.allocate(400);
        block(blocks, PhotoshopResources.FIRST_PATH, "A", path.array());
        block(blocks, PhotoshopResources.WORK_PATH, "", path.array());
        block(blocks, PhotoshopResources.CLIPPING_PATH, "", new byte[] {1, 'A', 0, 0, 0, 0});
        return Stream.of(Arguments.of((Object) blocks.array()));
    }

    static Stream<Arguments> directories() {
        ByteBuffer exif = ByteBuffer.allocate(64);
        exif.putInt(0x4d4d002a).putInt(8).putShort((short) 3);
        exif.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        exif.putShort((short) 282).putShort((short) 5).putInt(1).putInt(50);
        exif.putShort((short) 296)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 2)
                .putShort((short) 0);
        exif.putInt(50, 300).putInt(54, 1);
        return Stream.of(Arguments.of((Object) exif.array()));
    }

    @MethodSource("packets")
    @FuzzTest
    void xmp(byte[] packet) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            Xmp xmp = XmpPacket.of(packet);
            assertArrayEquals(xmp.bytes(), XmpPacket.of(xmp.bytes()).bytes());
            ExtendedXmp.digest(packet);
            Xmp joined = joined(xmp);
            assertTrue(joined == null || XmpPacket.of(joined.bytes()).bytes().length > 0);
        } catch (IOException e) {
            assertFalse(e.getMessage().isBlank());
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> nanos / 1_000_000 + " ms");
    }

    @MethodSource("blocks")
    @FuzzTest
    void photoshop(byte[] bytes) {
        PhotoshopResources resources = PhotoshopResources.read(bytes);
        List<String> faults = new ArrayList<>();
        List<EmbeddedPath> paths = PathReader.read(resources, faults::add);
        assertTrue(faults.stream().noneMatch(String::isBlank));
        byte[] written = PathWriter.write(paths);
        List<EmbeddedPath> again = PathReader.read(PhotoshopResources.read(written), faults::add);
        assertEquals(paths.size(), again.size());
        assertArrayEquals(written, PathWriter.write(again));
    }

    @MethodSource("directories")
    @FuzzTest
    void exif(byte[] bytes) {
        Exif exif = Exif.read(Input.of(bytes));
        assertTrue(exif.resolution() >= 0 && Double.isFinite(exif.resolution()), exif::toString);
        assertEquals(exif, Exif.read(Input.of(bytes)));
    }

    private static Xmp joined(Xmp xmp) {
        try {
            return ExtendedXmp.join(xmp, xmp);
        } catch (IOException e) {
            return null;
        }
    }

    private static void block(ByteBuffer out, int number, String name, byte[] data) {
        byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
        out.putInt(0x3842494d)
                .putShort((short) number)
                .put((byte) letters.length)
                .put(letters);
        if ((letters.length & 1) == 0) {
            out.put((byte) 0);
        }
        out.putInt(data.length).put(data);
    }
}
