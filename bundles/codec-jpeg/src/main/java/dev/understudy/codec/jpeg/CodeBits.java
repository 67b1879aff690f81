package dev.understudy.codec.jpeg;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;

/** The bits of entropy-coded data, where a zero follows each byte 0xff. */
final class CodeBits {

    private final Input input;
    private int value;
    private int left;

    CodeBits(Input input) {
        this.input = input;
    }

    int next() throws IOException {
        if (left == 0) {
            value = input.readUnsignedByte();
            left = Byte.SIZE;
            if (value == 0xff && input.readUnsignedByte() != 0) {
                throw new DamagedException("its samples end too early");
            }
        }
        return value >> --left & 1;
    }

    /** The number that so many bits stand for: those that begin with a zero are negative. */
    int signed(int count) throws IOException {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | next();
        }
        return count == 0 || number >> count - 1 == 1 ? number : number - (1 << count) + 1;
    }

    /** Passes over the rest of a byte that a code ends in, which is filled up with ones or, by some, with zeros. */
    void endByte() throws DamagedException {
        int rest = value & (1 << left) - 1;
        if (rest != 0 && rest != (1 << left) - 1) {
            throw new DamagedException("its samples end within a byte");
        }
        left = 0;
    }

    /** Passes over whatever stands before the next marker, and over that; the marker. */
    int skipToMarker() throws IOException {
        boolean afterFf = false;
        while (true) {
            int next = input.readUnsignedByte();
            if (afterFf && next != 0 && next != 0xff) {
                return next;
            }
            afterFf = next == 0xff;
        }
    }
}
