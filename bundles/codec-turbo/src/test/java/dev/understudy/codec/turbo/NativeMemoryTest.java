package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoder;
import dev.understudy.testkit.codec.BytesSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is announced, against what Linux says that the process has taken at a time, native memory and all. */
class NativeMemoryTest {

    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");

    @ParameterizedTest
    @CsvSource({"1,1,1601,1203,85", "2,2,2001,1501,90", "2,1,1601,1203,90"})
    void decodingTakesNoMoreThanItAnnounces(int across, int down, int width, int height, int quality) throws Exception {
        SpyAccelerator spy = new SpyAccelerator(new TurboAccelerator(SystemTurbo.loaded()));
        assumeTrue(Files.isWritable(RESET), "no /proc here: memory is not measured");
        Decoder decoder = new JpegDecoder(spy);
        byte[] file = JpegFixture.color(width, height, across, down, quality);
        JpegFixture.decode(decoder, file); // by ours
        JpegFixture.decode(decoder, file); // classes and tables that stay
        BytesSource source = new BytesSource(file);
        long announced = decoder.memory(decoder.inspect(source), DecodeRequest.WHOLE);
        System.gc();
        Files.writeString(RESET, "5");
        long before = bytes("VmRSS:");
        decoder.decode(source, DecodeRequest.WHOLE);
        long taken = bytes("VmHWM:") - before;
        assertTrue(taken <= announced, taken + " of " + announced);
        assertEquals(2, spy.decoded.get());
    }

    private static long bytes(String field) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
