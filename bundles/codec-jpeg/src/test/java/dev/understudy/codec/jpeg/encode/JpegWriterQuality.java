package dev.understudy.codec.jpeg.encode;

import dev.understudy.testkit.codec.JdkReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The table of JPEG in docs/quality.md: our writer beside libjpeg-turbo's {@code cjpeg}, for the files of the arguments. */
final class JpegWriterQuality {

    private static final int[] QUALITIES = {10, 40, 60, 80, 90, 95, 100};

    private JpegWriterQuality() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "| image | quality | chroma | sequential: ours / cjpeg | progressive: ours / cjpeg | SSIM: ours /"
                        + " cjpeg |");
        System.out.println("|---|---|---|---|---|---|");
        Path folder = Files.createTempDirectory("understudy");
        for (String name : arguments) {
            Path path = Path.of(name);
            Cjpeg cjpeg = new Cjpeg(JdkReader.read(Files.readAllBytes(path)).orElseThrow(), folder);
            for (int quality : QUALITIES) {
                boolean full = quality > 90;
                Cjpeg.Worth ours = cjpeg.ours(quality, full, false);
                Cjpeg.Worth theirs = cjpeg.theirs(quality, full, false);
                System.out.printf(
                        Locale.ROOT,
                        "| `%s` | %d | %s | %d / %d | %d / %d | %.5f / %.5f |%n",
                        path.getFileName(),
                        quality,
                        full ? "4:4:4" : "4:2:0",
                        ours.bytes(),
                        theirs.bytes(),
                        cjpeg.ours(quality, full, true).bytes(),
                        cjpeg.theirs(quality, full, true).bytes(),
                        ours.ssim(),
                        theirs.ssim());
            }
        }
    }
}
