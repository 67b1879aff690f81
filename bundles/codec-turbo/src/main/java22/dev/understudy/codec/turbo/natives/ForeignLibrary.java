package dev.understudy.codec.turbo.natives;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiFunction;

/** The library called by Java itself, from Java 22 on. Addresses are numbers throughout, as which they are passed. */
final class ForeignLibrary implements TurboLibrary {

    private static final Linker LINKER = Linker.nativeLinker();

    /** Finds a library by its name as the system's loader does. */
    private static final BiFunction<String, Arena, SymbolLookup> LOOKUP = SymbolLookup::libraryLookup;

    /** Longer than any message. */
    private static final int MESSAGE = 1024;

    private final MethodHandle allocate = function(LINKER.defaultLookup(), "malloc", long.class, long.class);
    private final MethodHandle free = function(LINKER.defaultLookup(), "free", void.class, long.class);
    private final MethodHandle init;
    private final MethodHandle destroy;
    private final MethodHandle header;
    private final MethodHandle decode;
    private final MethodHandle errorCode;
    private final MethodHandle errorText;

    private ForeignLibrary(SymbolLookup lookup) {
        init = function(lookup, "tjInitDecompress", long.class);
        destroy = function(lookup, "tjDestroy", int.class, long.class);
        header = fileFunction(lookup, "tjDecompressHeader3", long.class, long.class, long.class, long.class);
        decode = fileFunction(
                lookup, "tjDecompressToYUVPlanes", long.class, int.class, long.class, int.class, int.class);
        errorCode = function(lookup, "tjGetErrorCode", int.class, long.class);
        errorText = function(lookup, "tjGetErrorStr2", long.class, long.class);
    }

    /** Loads it; {@link LinkageError} when there is none of that name. Called by its name from code that older versions run. */
    static TurboLibrary load(String name) {
        try {
            return new ForeignLibrary(LOOKUP.apply(name, Arena.global()));
        } catch (IllegalArgumentException | IllegalCallerException e) {
            throw withCause(e);
        }
    }

    private static LinkageError withCause(RuntimeException e) {
        return new LinkageError(e.getMessage(), e);
    }

    private static MethodHandle function(SymbolLookup lookup, String name, Class<?> result, Class<?>... parameters) {
        return handle(lookup, name, MethodType.methodType(result, parameters), false);
    }

    /** A function of a decoder, a file, its length, which is of C's type long, and more; it returns an int. */
    private static MethodHandle fileFunction(SymbolLookup lookup, String name, Class<?>... more) {
        MethodType type = MethodType.methodType(int.class, long.class, long.class, long.class)
                .appendParameterTypes(more);
        return handle(lookup, name, type, true);
    }

    private static MethodHandle handle(SymbolLookup lookup, String name, MethodType type, boolean length) {
        MemorySegment function = lookup.find(name).orElseThrow(() -> new UnsatisfiedLinkError(name));
        MemoryLayout[] parameters =
                type.parameterList().stream().map(ForeignLibrary::layout).toArray(MemoryLayout[]::new);
        if (length) {
            parameters[2] = LINKER.canonicalLayouts().get("long");
        }
        FunctionDescriptor descriptor = type.returnType() == void.class
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(type.returnType()), parameters);
        return MethodHandles.explicitCastArguments(LINKER.downcallHandle(function, descriptor), type);
    }

    private static MemoryLayout layout(Class<?> type) {
        return type == int.class ? JAVA_INT : JAVA_LONG;
    }

    @Override
    public NativeMemory allocate(long bytes) {
        try {
            long address = (long) allocate.invokeExact(bytes);
            if (address == 0) {
                throw new OutOfMemoryError("There are no " + bytes + " bytes outside the heap");
            }
            return new ForeignMemory(address, bytes, free);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public long newDecoder() {
        try {
            return (long) init.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public void destroy(long decoder) {
        try {
            int ignored = (int) destroy.invokeExact(decoder);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public int readHeader(long decoder, long file, long length, long results) {
        try {
            return (int) header.invokeExact(
                    decoder,
                    file,
                    length,
                    results,
                    results + Integer.BYTES,
                    results + 2 * Integer.BYTES,
                    results + 3 * Integer.BYTES);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public int decode(long decoder, long file, long length, long planes, int width, long strides, int height) {
        try {
            return (int) decode.invokeExact(decoder, file, length, planes, width, strides, height, DecodeFlags.EXACT);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public boolean hasWarned(long decoder) {
        try {
            return (int) errorCode.invokeExact(decoder) == DecodeFlags.WARNING;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public String message(long decoder) {
        try {
            long text = (long) errorText.invokeExact(decoder);
            return MemorySegment.ofAddress(text).reinterpret(MESSAGE).getString(0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Method handles may throw anything; functions of C throw nothing. */
    static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        throw new LinkageError(String.valueOf(e.getMessage()), e);
    }
}
