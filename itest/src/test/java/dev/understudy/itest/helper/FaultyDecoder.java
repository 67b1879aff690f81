package dev.understudy.itest.helper;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Orientation;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A decoder that does what its files say. What it does decode is a plain green image. */
final class FaultyDecoder implements Decoder {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 60;
    private static final int HEAD = 64;
    /** The longest that a decoder waits, so that a test that is broken off leaves none waiting. */
    private static final int PATIENCE_SECONDS = 60;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(1);
    private volatile boolean released;

    /** How many decodings have begun. */
    int begun() {
        return begun.get();
    }

    /** How many of them have ended, in whichever way. */
    int ended() {
        return ended.get();
    }

    /** Has all waiting and looping from now on go on until they are released. */
    void hold() {
        released = false;
        gate = new CountDownLatch(1);
    }

    /** Ends all waiting and looping, present and to come. */
    void release() {
        released = true;
        gate.countDown();
    }

    @Override
    public String format() {
        return "moody";
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        return FaultMode.of(head).isPresent();
    }

    @Override
    public ImageInfo inspect(Source source, Tolerance tolerance) {
        return new ImageInfo(format(), WIDTH, HEIGHT, Orientation.NORMAL, Samples.RGB, 8, false, false, 0);
    }

    @Override
    public Decoded decode(Source source, DecodeRequest request) {
        begun.incrementAndGet();
        try {
            obey(moodOf(source));
            return green(inspect(source, Tolerance.STRICT));
        } finally {
            ended.incrementAndGet();
        }
    }

    private void obey(FaultMode mode) {
        switch (mode) {
            case WAITS -> await();
            case LOOPS -> loop();
            case DEVOURS -> devour();
            case STUMBLES -> throw new IllegalStateException("a bug of the decoder");
        }
    }

    private void await() {
        try {
            gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void loop() {
        while (!released) {
            Thread.onSpinWait();
        }
    }

    private static void devour() {
        List<long[]> eaten = new ArrayList<>();
        while (true) {
            eaten.add(new long[1 << 20]);
        }
    }

    private static FaultMode moodOf(Source source) {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        try {
            source.channel().position(0).read(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FaultMode.of(head.flip()).orElseThrow();
    }

    private static Decoded green(ImageInfo info) {
        byte[] full = new byte[WIDTH * HEIGHT];
        Arrays.fill(full, (byte) 255);
        Plane lit = new Plane(WIDTH, HEIGHT, full);
        Plane dark = Plane.blank(WIDTH, HEIGHT);
        Pixels pixels = new Pixels(Samples.RGB, List.of(dark, lit, dark), null, null);
        return new Decoded(info, pixels, new Region(0, 0, WIDTH, HEIGHT), 1);
    }
}
