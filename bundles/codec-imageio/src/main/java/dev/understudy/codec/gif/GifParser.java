package dev.understudy.codec.gif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.Palette;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Region;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through the blocks of a GIF. */
final class GifParser {

    private static final Logger LOG = LoggerFactory.getLogger(GifParser.class);

    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int NO_BLOCK = -1;

    private final Input input;
    private int screenWidth;
    private int screenHeight;
    private @Nullable Palette globalPalette;
    private int transparent = NO_BLOCK;
    private boolean codesHaveNoEnd;

    GifParser(Input input) {
        this.input = input;
    }

    /** Reads up to the samples of the first frame, and stops there. */
    GifFrame readFrame() throws IOException, ServeException {
        input.seek(0);
        input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        String signature = new String(input.bytes(0, 6), ISO_8859_1);
        if (!signature.equals("GIF87a") && !signature.equals("GIF89a")) {
            throw new DamagedException("it does not begin as one");
        }
        screenWidth = input.readUnsignedShort();
        screenHeight = input.readUnsignedShort();
        int flags = input.readUnsignedByte();
        input.readUnsignedShort(); // background color and pixel shape, which nobody honors
        globalPalette = palette(flags);
        int block = nextBlock();
        while (block == EXTENSION) {
            readExtension();
            block = nextBlock();
        }
        if (block != IMAGE) {
            throw new DamagedException(block == TRAILER ? "it has no image" : "it has an unknown block");
        }
        return readDescriptor();
    }

    private void readExtension() throws IOException {
        if (input.readUnsignedByte() == GRAPHIC_CONTROL) {
            byte[] control = readSubBlocks();
            boolean keyed = control.length >= 4 && (control[0] & 1) != 0;
            transparent = keyed ? control[3] & 0xff : NO_BLOCK;
        } else {
            skipSubBlocks();
        }
    }

    private GifFrame readDescriptor() throws IOException, ServeException {
        int x = input.readUnsignedShort();
        int y = input.readUnsignedShort();
        int width = input.readUnsignedShort();
        int height = input.readUnsignedShort();
        int flags = input.readUnsignedByte();
        DimensionChecks.check(width, height);
        int wholeWidth = Math.max(screenWidth, x + width);
        int wholeHeight = Math.max(screenHeight, y + height);
        DimensionChecks.check(wholeWidth, wholeHeight);
        // a code of 12 bits can stand for some 4,000 pixels
        DimensionChecks.requirePlausible((long) wholeWidth * wholeHeight, input.length(), 4096);
        Palette localPalette = palette(flags);
        Palette palette = localPalette == null ? globalPalette : localPalette;
        if (palette == null) {
            throw new DamagedException("it has no palette");
        }
        return new GifFrame(
                wholeWidth,
                wholeHeight,
                new Region(x, y, width, height),
                transparent == NO_BLOCK ? palette : palette.withTransparent(transparent),
                (flags & 0x40) != 0);
    }

    private @Nullable Palette palette(int flags) throws IOException {
        return (flags & 0x80) == 0
                ? null
                : Palette.ofRgb(input.bytes(input.getStreamPosition(), 3L * (2 << (flags & 7))));
    }

    /** The samples of the frame whose head was read; whatever follows them in the file does not matter. */
    byte[] readSamples(GifFrame frame) throws IOException {
        int bits = input.readUnsignedByte();
        byte[] codes = readCodes();
        if (codesHaveNoEnd && endAsFile(codes)) {
            throw new DamagedException("a block of its codes has a wrong length");
        }
        LzwDecoder decoder = decoder(bits, codes, frame);
        decoder.decode();
        noteEnd();
        return decoder.samples();
    }

    /** As many samples of the frame whose head was read as can be decoded. */
    LzwDecoder salvageSamples(GifFrame frame) throws IOException {
        LzwDecoder decoder = decoder(input.readUnsignedByte(), readCodes(), frame);
        try {
            decoder.decode();
        } catch (DamagedException e) {
            LOG.debug("The samples of a GIF are damaged", e);
        }
        return decoder;
    }

    /** The codes of a frame, as many as there are: those of all pixels may be there although their end is not. */
    private byte[] readCodes() throws IOException {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        try {
            readSubBlocks(codes);
        } catch (EOFException e) {
            codesHaveNoEnd = true;
            input.forgive("the samples of its first frame have no end");
        }
        return codes.toByteArray();
    }

    /** Whether codes go on to the end that the file has, which should have ended them. */
    private static boolean endAsFile(byte[] codes) {
        return codes.length > 1 && codes[codes.length - 2] == 0 && codes[codes.length - 1] == TRAILER;
    }

    /** Looks at what comes next; later frames are not read, since only the first one is used. */
    private void noteEnd() throws IOException {
        try {
            int block = nextBlock();
            if (block != TRAILER && block != EXTENSION && block != IMAGE) {
                input.forgive("an unknown block behind its first frame");
            }
        } catch (EOFException e) {
            input.forgive("it has no trailer");
        }
    }

    private static LzwDecoder decoder(int bits, byte[] codes, GifFrame frame) throws DamagedException {
        return new LzwDecoder(codes, bits, frame.area().width(), frame.area().height());
    }

    /** The kind of the next block; zeros between blocks, which some programs write, are passed over. */
    private int nextBlock() throws IOException {
        int block = input.readUnsignedByte();
        while (block == 0) {
            input.forgive("zeros between its blocks");
            block = input.readUnsignedByte();
        }
        return block;
    }

    private byte[] readSubBlocks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        readSubBlocks(bytes);
        return bytes.toByteArray();
    }

    /** Leaves what it has read in {@code bytes} when the file ends too early. */
    private void readSubBlocks(ByteArrayOutputStream bytes) throws IOException {
        byte[] block = new byte[255];
        int length = input.readUnsignedByte();
        while (length > 0) {
            int present = input.read(block, 0, length);
            bytes.write(block, 0, Math.max(0, present));
            if (present < length) {
                throw new EOFException();
            }
            length = input.readUnsignedByte();
        }
    }

    private void skipSubBlocks() throws IOException {
        int length = input.readUnsignedByte();
        while (length > 0) {
            input.seek(input.getStreamPosition() + length);
            length = input.readUnsignedByte();
        }
    }
}
