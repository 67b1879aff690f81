package dev.understudy.codec.turbo.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The library called through JNA, on every version of Java. */
final class JnaLibrary implements TurboLibrary {

    private final Functions functions;

    private JnaLibrary(Functions functions) {
        this.functions = functions;
    }

    /** The functions as C has them. */
    interface Functions extends Library {

        Pointer tjInitDecompress();

        int tjDestroy(Pointer decoder);

        int tjDecompressHeader3(
                Pointer decoder,
                Pointer file,
                NativeLong length,
                Pointer width,
                Pointer height,
                Pointer subsampling,
                Pointer colors);

        int tjDecompressToYUVPlanes(
                Pointer decoder,
                Pointer file,
                NativeLong length,
                Pointer planes,
                int width,
                Pointer strides,
                int height,
                int flags);

        int tjGetErrorCode(Pointer decoder);

        String tjGetErrorStr2(Pointer decoder);
    }

    /** Loads it; {@link LinkageError} when there is none of that name. */
    static TurboLibrary load(String name) {
        return new JnaLibrary(Native.load(name, Functions.class));
    }

    @Override
    public NativeMemory allocate(long bytes) {
        return new JnaMemory(bytes);
    }

    @Override
    public long newDecoder() {
        return Pointer.nativeValue(functions.tjInitDecompress());
    }

    @Override
    public void destroy(long decoder) {
        functions.tjDestroy(new Pointer(decoder));
    }

    @Override
    public int readHeader(long decoder, long file, long length, long results) {
        return functions.tjDecompressHeader3(
                new Pointer(decoder),
                new Pointer(file),
                new NativeLong(length),
                new Pointer(results),
                new Pointer(results + Integer.BYTES),
                new Pointer(results + 2 * Integer.BYTES),
                new Pointer(results + 3 * Integer.BYTES));
    }

    @Override
    public int decode(long decoder, long file, long length, long planes, int width, long strides, int height) {
        return functions.tjDecompressToYUVPlanes(
                new Pointer(decoder),
                new Pointer(file),
                new NativeLong(length),
                new Pointer(planes),
                width,
                new Pointer(strides),
                height,
                DecodeFlags.EXACT);
    }

    @Override
    public boolean hasWarned(long decoder) {
        return functions.tjGetErrorCode(new Pointer(decoder)) == DecodeFlags.WARNING;
    }

    @Override
    public String message(long decoder) {
        return functions.tjGetErrorStr2(new Pointer(decoder));
    }
}
