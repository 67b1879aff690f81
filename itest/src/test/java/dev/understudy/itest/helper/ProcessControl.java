package dev.understudy.itest.helper;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers how many {@code threads} (with their {@code names}), open {@code files} and class {@code loaders} of bundles the process has; opens files
 * until it may open no more ({@code exhaust}) and closes them ({@code relieve}).
 */
public final class ProcessControl extends Handler.Abstract {

    /** Where the desk is. */
    public static final String MOUNT = "/test/process";

    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

    private final List<Closeable> opened = new ArrayList<>();

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String asked = ControlEndpoint.lastElement(request);
        if (asked.equals("names")) {
            Content.Sink.write(response, true, names(), callback);
            return true;
        }
        long answer = switch (asked) {
            case "threads" -> ManagementFactory.getThreadMXBean().getThreadCount();
            case "files" -> openFiles();
            case "loaders" -> loaders();
            case "exhaust" -> exhaust();
            case "relieve" -> relieve();
            default -> throw new IllegalArgumentException(request.getHttpURI().getPath());
        };
        Content.Sink.write(response, true, Long.toString(answer), callback);
        return true;
    }

    /** The names of all threads, one a line. */
    private static String names() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.joining("\n"));
    }

    private static long openFiles() throws JMException {
        return (long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "OpenFileDescriptorCount");
    }

    /** Bundles' class loaders that are still there after a full collection, which taking the histogram begins with. */
    private static long loaders() throws JMException {
        return ClassHistogram.taken()
                .lines()
                .map(line -> line.strip().split(" +"))
                .filter(words -> words.length > 3 && words[3].startsWith(LOADER))
                .mapToLong(words -> Long.parseLong(words[1]))
                .sum();
    }

    private synchronized int exhaust() {
        try {
            while (true) {
                opened.add(new RandomAccessFile("/dev/null", "r"));
            }
        } catch (IOException e) {
            return opened.size();
        }
    }

    private synchronized int relieve() throws IOException {
        int closed = opened.size();
        for (Closeable file : opened) {
            file.close();
        }
        opened.clear();
        return closed;
    }
}
