package dev.understudy.codec.webp;

import dev.understudy.codec.io.DamagedException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteOrder;

/**
 * libwebp, through the two classes of webp-imageio whose methods its native code implements. Those are called by handles,
 * since they are not public; the classes around them are left out: they keep every set of options for ever, and with it
 * their class loader.
 */
final class LibWebp {

    private static final String PACKAGE = "com.luciad.imageio.webp.";
    private static final int OK = 0;
    /** How hard lossy files are worked at, 0..6. More than this takes twice as long and more, and saves 2 to 4 % of the bytes. */
    private static final int LOSSY_METHOD = 2;

    private final MethodHandle createDecoding;
    private final MethodHandle deleteDecoding;
    private final MethodHandle decode;
    private final MethodHandle createEncoding;
    private final MethodHandle deleteEncoding;
    private final MethodHandle setQuality;
    private final MethodHandle setLossless;
    private final MethodHandle setMethod;
    private final MethodHandle encodeRgb;
    private final MethodHandle encodeRgba;

    /** Binds the methods; the native library must have been loaded by this class's loader. */
    LibWebp() throws ReflectiveOperationException {
        Binder calls = new Binder("WebP");
        MethodType encode =
                MethodType.methodType(byte[].class, long.class, byte[].class, int.class, int.class, int.class);
        encodeRgb = calls.bind("encodeRGB", encode);
        encodeRgba = calls.bind("encodeRGBA", encode);
        decode = calls.bind(
                "decode",
                MethodType.methodType(
                        int[].class, long.class, byte[].class, int.class, int.class, int[].class, boolean.class));
        Binder decoding = new Binder("WebPDecoderOptions");
        createDecoding = decoding.bind("createDecoderOptions", MethodType.methodType(long.class));
        deleteDecoding = decoding.bind("deleteDecoderOptions", MethodType.methodType(void.class, long.class));
        Binder encoding = new Binder("WebPEncoderOptions");
        createEncoding = encoding.bind("createConfig", MethodType.methodType(long.class));
        deleteEncoding = encoding.bind("deleteConfig", MethodType.methodType(void.class, long.class));
        setQuality = encoding.bind("setQuality", MethodType.methodType(void.class, long.class, float.class));
        setMethod = encoding.bind("setMethod", MethodType.methodType(void.class, long.class, int.class));
        setLossless = encoding.bind("setLossless", MethodType.methodType(void.class, long.class, boolean.class));
    }

    private static final class Binder {

        private final Class<?> owner;
        private final MethodHandles.Lookup lookup;

        Binder(String name) throws ReflectiveOperationException {
            owner = Class.forName(PACKAGE + name);
            lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
        }

        MethodHandle bind(String name, MethodType type) throws ReflectiveOperationException {
            return lookup.findStatic(owner, name, type);
        }
    }

    /**
     * The pixels of a file as packed ARGB.
     *
     * @param count how many pixels it has
     */
    int[] decode(byte[] file, int count) throws DamagedException {
        int[] status = new int[4];
        boolean bigEndian = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
        int[] pixels = call(() -> {
            long options = nonZero((long) createDecoding.invokeExact());
            try {
                return (int[]) decode.invokeExact(options, file, 0, file.length, status, bigEndian);
            } finally {
                deleteDecoding.invokeExact(options);
            }
        });
        if (pixels == null || status[0] != OK || pixels.length != count) {
            throw new DamagedException("its samples are damaged");
        }
        return pixels;
    }

    /**
     * Writes a file.
     *
     * @param samples interleaved red, green, blue and maybe alpha
     * @param quality 1..100, for lossy files
     */
    byte[] encode(byte[] samples, int width, int height, boolean alpha, boolean lossless, int quality) {
        MethodHandle encode = alpha ? encodeRgba : encodeRgb;
        int stride = width * (alpha ? 4 : 3);
        byte[] file = call(() -> {
            long options = nonZero((long) createEncoding.invokeExact());
            try {
                setLossless.invokeExact(options, lossless);
                setQuality.invokeExact(options, (float) quality);
                if (!lossless) {
                    setMethod.invokeExact(options, LOSSY_METHOD);
                }
                return (byte[]) encode.invokeExact(options, samples, width, height, stride);
            } finally {
                deleteEncoding.invokeExact(options);
            }
        });
        if (file == null) {
            throw new OutOfMemoryError("libwebp could not write an image of " + width + "x" + height);
        }
        return file;
    }

    private static long nonZero(long pointer) {
        if (pointer == 0) {
            throw new OutOfMemoryError("libwebp has no memory for its options");
        }
        return pointer;
    }

    /** A call whose handle may throw anything, although the methods behind them declare nothing. */
    private interface NativeCall<T> {
        T run() throws Throwable;
    }

    private static <T> T call(NativeCall<T> call) {
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
