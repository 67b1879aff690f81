package dev.understudy.codec.meta;

import dev.understudy.codec.io.DamagedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The image resources that Adobe's programs put into JPEG, TIFF and PSD: blocks with a number, a name and data. Of blocks with
 * the same number, the first counts.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Image Resource Blocks".
 */
public final class PhotoshopResources {

    /** The numbers of blocks that matter here. */
    public static final int RESOLUTION = 1005;

    public static final int WORK_PATH = 1025;
    public static final int ICC_PROFILE = 1039;
    public static final int INDEX_COUNT = 1046;
    public static final int TRANSPARENT_INDEX = 1047;
    public static final int VERSION = 1057;
    public static final int XMP = 1060;
    public static final int FIRST_PATH = 2000;
    public static final int LAST_PATH = 2997;
    public static final int CLIPPING_PATH = 2999;

    private static final String CUT_SHORT = "its Photoshop resources are cut short";
    private static final int HEAD = 12;
    private static final int MOST_BLOCKS = 1 << 14;
    private static final List<String> SIGNATURES = List.of("8BIM", "MeSa", "AgHg", "PHUT", "DCSR");

    private final Map<Integer, Block> blocks = new LinkedHashMap<>();
    private @Nullable String damage;

    private record Block(String name, ByteBuffer data) {}

    private PhotoshopResources() {}

    /** Reads blocks as far as they are sound; {@link #requireSound} tells whether they all were. */
    public static PhotoshopResources read(byte[] bytes) {
        PhotoshopResources resources = new PhotoshopResources();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        while (resources.damage == null && input.remaining() >= HEAD) {
            resources.readBlock(input);
        }
        while (resources.damage == null && input.hasRemaining()) {
            resources.damage = input.get() == 0 ? null : CUT_SHORT;
        }
        return resources;
    }

    private void readBlock(ByteBuffer input) {
        String signature = string(input, 4);
        int number = input.getShort() & 0xffff;
        int nameLength = input.get() & 0xff;
        int nameSpace = nameLength + (nameLength + 1 & 1); // even with the byte that tells its length
        if (!SIGNATURES.contains(signature) || blocks.size() > MOST_BLOCKS || input.remaining() < nameSpace + 4) {
            damage = "its Photoshop resources are damaged";
            return;
        }
        String name = string(input, nameLength);
        input.position(input.position() + nameSpace - nameLength);
        long length = Integer.toUnsignedLong(input.getInt());
        if (length > input.remaining()) {
            damage = CUT_SHORT;
            return;
        }
        blocks.putIfAbsent(number, new Block(name, input.slice(input.position(), (int) length)));
        input.position((int) Math.min(input.limit(), input.position() + length + (length & 1)));
    }

    /** Fails when a block could not be read, and with it those that follow. */
    public void requireSound() throws DamagedException {
        if (damage != null) {
            throw new DamagedException(damage);
        }
    }

    /** The numbers of the blocks, in the order of the file. */
    public List<Integer> numbers() {
        return new ArrayList<>(blocks.keySet());
    }

    /** The data of a block; null when it is not there. */
    public @Nullable ByteBuffer data(int number) {
        Block block = blocks.get(number);
        return block == null ? null : block.data().duplicate();
    }

    /** The data of a block; null when it is not there. */
    public byte @Nullable [] bytes(int number) {
        ByteBuffer data = data(number);
        if (data == null) {
            return null;
        }
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    /** The name of a block; empty when it has none. */
    public String name(int number) {
        Block block = blocks.get(number);
        return block == null ? "" : block.name();
    }

    /** A string with its length before it; empty when it is cut short. */
    static String pascalString(ByteBuffer input) {
        int length = input.hasRemaining() ? input.get() & 0xff : 0;
        return length > input.remaining() ? "" : string(input, length);
    }

    private static String string(ByteBuffer input, int length) {
        byte[] bytes = new byte[length];
        input.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
