package dev.understudy.itest.bench.peers;

import dev.understudy.itest.container.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** libvips as a command: what it takes to start is in its figures. */
final class VipsPeer implements Peer {

    private final Path executable;
    private final Path sources;

    VipsPeer(Path executable, Path sources) {
        this.executable = executable;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "vipsthumbnail, with its start";
    }

    @Override
    public boolean draws(Derivative derivative) {
        return !derivative.region();
    }

    @Override
    public Drawn draw(Derivative derivative) throws IOException {
        List<Process> all = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < derivative.atOnce(); i++) {
            all.add(start(derivative, output(derivative, i)));
        }
        for (Process each : all) {
            if (each.onExit().join().exitValue() != 0) {
                throw new IOException("vipsthumbnail fails for " + derivative);
            }
        }
        return new Drawn((System.nanoTime() - start) / 1e6, (int) Files.size(output(derivative, 0)));
    }

    private static Path output(Derivative derivative, int number) {
        return Build.scratch().resolve("vips-" + number + "." + derivative.format());
    }

    private Process start(Derivative derivative, Path output) throws IOException {
        String quality = derivative.format().equals("png") ? "" : "[Q=80]";
        return new ProcessBuilder(
                        executable.toString(),
                        sources.resolve(derivative.source().file()).toString(),
                        "-s",
                        derivative.width() + "x",
                        "-o",
                        output.toAbsolutePath() + quality)
                .redirectErrorStream(true)
                .redirectOutput(Build.scratch().resolve("vips.txt").toFile())
                .start();
    }

    @Override
    public void close() {}
}
