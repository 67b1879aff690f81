package dev.understudy.codec.png;

import dev.understudy.image.ColorProfile;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The iCCP chunk: a name, a zero, the compression method 0, and the deflated profile. */
final class PngProfile {

    private static final int MAX_SIZE = 1 << 24;
    private static final byte[] NAME = {'I', 'C', 'C', 0, 0};

    private PngProfile() {}

    /** The profile; what cannot be inflated is left out, so that it fails where profiles are judged. */
    static ColorProfile read(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        int start = Math.min(name + 2, chunk.length);
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, start, chunk.length - start);
            byte[] buffer = new byte[8192];
            int count = inflater.inflate(buffer);
            while (count > 0 && profile.size() < MAX_SIZE) {
                profile.write(buffer, 0, count);
                count = inflater.inflate(buffer);
            }
        } catch (DataFormatException e) {
            profile.reset();
        } finally {
            inflater.end();
        }
        return new ColorProfile(profile.toByteArray());
    }

    static byte[] write(ColorProfile profile) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(profile.bytes());
            deflater.finish();
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            chunk.writeBytes(NAME);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                chunk.write(buffer, 0, deflater.deflate(buffer));
            }
            return chunk.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
