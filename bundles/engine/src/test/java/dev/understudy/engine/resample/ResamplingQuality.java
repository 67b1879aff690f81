package dev.understudy.engine.resample;

import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import dev.understudy.testkit.codec.Ssim;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * How near to the truth images come when they are scaled: ours and those of {@code vips resize}, both held against the same sums in
 * double precision, and against a sinc of sixteen lobes. Prints the tables of docs/quality.md.
 */
final class ResamplingQuality {

    static final int WIDTH = 1000;
    static final int HEIGHT = 800;
    static final List<Double> FACTORS = List.of(0.1, 0.25, 0.37, 0.5, 0.9, 1.7, 3.0);

    private static final double LOBES = 16;

    private ResamplingQuality() {}

    /** Weights by distance. */
    interface Weights {
        double at(double distance);
    }

    public static void main(String[] files) throws Exception {
        Path folder = Files.createTempDirectory("quality");
        PrintStream out = System.out;
        for (String file : files) {
            table(out, new File(file).getName(), photograph(new File(file)), folder);
        }
        table(out, "zone plate", zonePlate(), folder);
    }

    private static void table(PrintStream out, String name, Plane source, Path folder) throws Exception {
        out.println("\n" + name);
        out.println("| scale | mode | ours, same kernel | vips, same kernel | ours, sinc | vips, sinc |");
        for (double factor : FACTORS) {
            int width = (int) Math.round(source.width() * factor);
            int height = (int) Math.round(source.height() * factor);
            double[] ideal = reference(source, width, height, LOBES, d -> sinc(d) * sinc(d / LOBES));
            for (ResMode mode : ResMode.values()) {
                Kernel kernel = Kernel.of(mode);
                double[] same = reference(source, width, height, kernel.radius(), kernel::weight);
                Plane ours = ours(source, width, height, mode);
                Plane vips = vips(source, factor, mode, folder);
                out.println("| " + factor + " | " + mode.name().toLowerCase(Locale.ROOT) + " | " + told(ours, same)
                        + " | " + told(vips, same) + " | " + told(ours, ideal) + " | " + told(vips, ideal) + " |");
            }
        }
    }

    private static String told(Plane plane, double[] reference) {
        return plane == null || plane.samples().length != reference.length
                ? "-"
                : String.format(Locale.ROOT, "%.2f / %.4f", psnr(plane, reference), Ssim.of(plane, reference));
    }

    static Plane ours(Plane source, int width, int height, ResMode mode) {
        Axis x = new Axis(0, (double) source.width() / width, width, 0, source.width());
        Axis y = new Axis(0, (double) source.height() / height, height, 0, source.height());
        return new Resampler(x, y, mode).scale(source);
    }

    /** What libvips makes of it; null when it has no such kernel. */
    static Plane vips(Plane source, double factor, ResMode mode, Path folder) throws IOException, InterruptedException {
        String kernel = switch (mode) {
            case BILIN -> "linear";
            case BICUB -> "cubic";
            case SHARP2 -> "lanczos3";
            case BISHARP -> null;
        };
        if (kernel == null) {
            return null;
        }
        Path in = folder.resolve("in.png");
        Path out = folder.resolve("out.png");
        BufferedImage image = new BufferedImage(source.width(), source.height(), BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(
                source.samples(),
                0,
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData(),
                0,
                source.samples().length);
        ImageIO.write(image, "png", in.toFile());
        Process process = new ProcessBuilder(
                        "vips", "resize", in.toString(), out.toString(), Double.toString(factor), "--kernel", kernel)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("vips " + process.exitValue());
        }
        return plane(ImageIO.read(out.toFile()));
    }

    static Plane photograph(File file) throws IOException {
        Plane whole = plane(ImageIO.read(file));
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            System.arraycopy(whole.samples(), y * whole.width(), samples, y * WIDTH, WIDTH);
        }
        return new Plane(WIDTH, HEIGHT, samples);
    }

    static Plane zonePlate() {
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            double x = i % WIDTH - WIDTH / 2.0;
            double y = i / WIDTH - HEIGHT / 2.0;
            samples[i] = (byte) Math.round(127.5 + 120 * Math.cos(Math.PI * (x * x + y * y) / 2 / WIDTH));
        }
        return new Plane(WIDTH, HEIGHT, samples);
    }

    /** Green, which is most of what eyes see. */
    private static Plane plane(BufferedImage image) {
        byte[] samples = new byte[image.getWidth() * image.getHeight()];
        boolean gray = image.getRaster().getNumBands() == 1;
        for (int i = 0; i < samples.length; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            samples[i] = (byte) (gray ? image.getRaster().getSample(x, y, 0) : image.getRGB(x, y) >> 8);
        }
        return new Plane(image.getWidth(), image.getHeight(), samples);
    }

    /** Scaled in double precision, without rounding. */
    static double[] reference(Plane source, int width, int height, double radius, Weights weights) {
        double[] samples = new double[source.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = source.samples()[i] & 0xff;
        }
        double[] down = pass(samples, source.width(), source.height(), height, radius, weights);
        double[] scaled = pass(down, height, source.width(), width, radius, weights);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.max(0, Math.min(255, scaled[i]));
        }
        return scaled;
    }

    /** Scales columns to {@code count} rows; rows become columns. */
    private static double[] pass(double[] in, int width, int height, int count, double radius, Weights weights) {
        double[] out = new double[width * count];
        double step = (double) height / count;
        double stretch = Math.max(1, step);
        for (int row = 0; row < count; row++) {
            double center = (row + 0.5) * step;
            int first = Math.max(0, (int) Math.floor(center - radius * stretch));
            int last = Math.min(height - 1, (int) Math.ceil(center + radius * stretch));
            double total = 0;
            for (int k = first; k <= last; k++) {
                double distance = Math.abs(k + 0.5 - center) / stretch;
                double weight = distance < radius ? weights.at(distance) : 0;
                total += weight;
                for (int x = 0; x < width && weight != 0; x++) {
                    out[x * count + row] += weight * in[k * width + x];
                }
            }
            for (int x = 0; x < width; x++) {
                out[x * count + row] /= total;
            }
        }
        return out;
    }

    private static double sinc(double d) {
        return d == 0 ? 1 : Math.sin(Math.PI * d) / (Math.PI * d);
    }

    /** In decibels, without the edges, where it is a matter of taste what lies beyond. */
    static double psnr(Plane plane, double[] reference) {
        double sum = 0;
        int count = 0;
        int edge = Math.min(plane.width(), plane.height()) / 10;
        for (int y = edge; y < plane.height() - edge; y++) {
            for (int x = edge; x < plane.width() - edge; x++) {
                double error = plane.at(x, y) - reference[y * plane.width() + x];
                sum += error * error;
                count++;
            }
        }
        return 10 * Math.log10(255 * 255 / (sum / count));
    }
}
