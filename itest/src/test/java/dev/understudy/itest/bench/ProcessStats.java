package dev.understudy.itest.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server's process takes up.
 *
 * @param threads of the process
 * @param files open descriptors
 * @param resident megabytes of memory
 * @param heap megabytes in use after a garbage collection
 */
record ProcessStats(long threads, long files, long resident, long heap) {

    /** Of a process on Linux, whose JVM is asked to collect garbage first. */
    static ProcessStats of(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
        long heap = 0;
        if (used.find()) {
            heap = Long.parseLong(used.group(1)) / 1024;
        }
        String status = Files.readString(Path.of("/proc/" + pid + "/status"));
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return new ProcessStats(
                    number(status, "Threads"), descriptors.count(), number(status, "VmRSS") / 1024, heap);
        }
    }

    private static long number(String status, String name) {
        Matcher line = Pattern.compile(name + ":\\s*(\\d+)").matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Override
    public String toString() {
        return threads + " threads, " + files + " descriptors, " + resident + " MB resident, " + heap
                + " MB heap after GC";
    }
}
