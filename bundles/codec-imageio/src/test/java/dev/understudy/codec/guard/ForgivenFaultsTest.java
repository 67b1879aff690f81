package dev.understudy.codec.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.understudy.codec.ShippedCodecs;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log tells of files whose faults change no pixel; that their pixels are right is tested with the cases. */
class ForgivenFaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jpeg-no-end.jpg                           | it has no end marker
                    jpeg-half-an-end.jpg                      | it has no end marker
                    jpeg-progressive-no-end.jpg               | it has no end marker
                    jpeg-another-image-instead-of-end.jpg     | it has no end marker
                    jpeg-500-bytes-before-end.jpg             | stray bytes behind its samples
                    jpeg-300-random-bytes-before-end.jpg      | stray bytes behind its samples
                    jpeg-progressive-500-bytes-before-end.jpg | stray bytes behind its samples
                    jpeg-10-bytes-before-restart.jpg          | stray bytes behind its samples
                    jpeg-random-bytes-before-restart.jpg      | stray bytes behind its samples
                    jpeg-sos-spectral-end-0.jpg               | a scan with a spectral selection or bit positions that its process does not have
                    jpeg-exif-6-bad-resolution-offset.jpg     | its resolution cannot be read
                    png-no-iend.png                           | it has no end
                    png-cut-within-text.png                   | it has no end
                    png-iend-wrong-sum.png                    | a chunk IEND with a wrong sum
                    gif-no-trailer.gif                        | it has no trailer
                    gif-no-end-of-samples.gif                 | the samples of its first frame have no end,it has no trailer
                    gif-zero-before-trailer.gif               | zeros between its blocks
                    gif-zero-before-first-frame.gif           | zeros between its blocks
                    gif-unknown-block-behind-frame.gif        | an unknown block behind its first frame
                    webp-riff-size-0.webp                     | a wrong file size in its header
                    webp-riff-size-too-large.webp             | a wrong file size in its header
                    webp-riff-size-too-small.webp             | a wrong file size in its header
                    webp-cut-within-xmp.webp                  | a wrong file size in its header,its last chunk is cut short,its EXIF cannot be read
                    bmp-file-size-wrong.bmp                   | a wrong file size in its header
                    bmp-image-size-wrong.bmp                  | a wrong size of its pixels in its header
                    bmp-image-size-too-large.bmp              | a wrong size of its pixels in its header
                    bmp-last-padding-missing.bmp              | its last row has no padding
                    bmp-rle8-no-end.bmp                       | its codes have no end
                    """)
    void isTold(String name, String faults) throws Exception {
        assertEquals(List.of(faults.split(",")), forgiven("cases/" + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "420.jpg", "progressive.jpg", "restart.jpg", "exif.jpg", "rgb.png", "exif.png", "still.gif",
                "animated.gif", "lossy.webp", "notes.webp", "animated.webp", "rgb.bmp", "rle8.bmp", "gray.tif"
            })
    void nothingIsToldOfSoundFiles(String name) throws Exception {
        assertEquals(List.of(), forgiven(name));
    }

    private static List<String> forgiven(String name) throws IOException, ServeException {
        byte[] file = TestImage.file(name);
        try (BytesSource source = new BytesSource(file);
                Input input = Input.of(source.channel(), file.length)) {
            decoder(file).readPixels(input, DecodeRequest.WHOLE);
            return input.forgiven();
        }
    }

    private static GuardedDecoder decoder(byte[] file) {
        ByteBuffer head = ByteBuffer.wrap(file, 0, 64);
        return assertInstanceOf(
                GuardedDecoder.class,
                ShippedCodecs.decoders().stream()
                        .filter(decoder -> decoder.recognizes(head))
                        .findFirst()
                        .orElseThrow());
    }
}
