package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.jpeg.AcceleratorTrial;
import dev.understudy.codec.turbo.natives.NativeMemory;
import dev.understudy.codec.turbo.natives.TurboLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library is used only if it makes the same samples as our own decoder. */
class TriedLibraryTest {

    /** The system's library, of one of whose images a sample is another one, or which says that something is odd. */
    private static final class OddLibrary implements TurboLibrary {

        private final TurboLibrary library;
        private final int wrong;
        private final boolean warns;
        private final List<NativeMemory> open = new ArrayList<>();
        private int decoded;

        OddLibrary(TurboLibrary library, int wrong, boolean warns) {
            this.library = library;
            this.wrong = wrong;
            this.warns = warns;
        }

        @Override
        public NativeMemory allocate(long bytes) {
            NativeMemory memory = library.allocate(bytes);
            open.add(memory);
            return memory;
        }

        @Override
        public long newDecoder() {
            return library.newDecoder();
        }

        @Override
        public void destroy(long decoder) {
            library.destroy(decoder);
        }

        @Override
        public int readHeader(long decoder, long file, long length, long results) {
            return library.readHeader(decoder, file, length, results);
        }

        @Override
        public int decode(long decoder, long file, long length, long planes, int width, long strides, int height) {
            int result = library.decode(decoder, file, length, planes, width, strides, height);
            if (decoded++ != wrong) {
                return result;
            }
            NativeMemory memory = open.get(open.size() - 1);
            byte[] sample = new byte[1];
            long place = TurboFrame.PLANES + width + 20L;
            memory.get(place, sample, 0, 1);
            sample[0]++;
            memory.put(place, sample, 1);
            return warns ? -1 : result;
        }

        @Override
        public boolean hasWarned(long decoder) {
            return warns;
        }

        @Override
        public String message(long decoder) {
            return library.message(decoder);
        }
    }

    @Test
    void whichMakesTheSameSamples() {
        OddLibrary sound = new OddLibrary(SystemTurbo.loaded(), -1, false);
        assertTrue(TurboAccelerator.tried(sound).isPresent());
        assertEquals(6, sound.decoded, "each subsampling");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void whichHasASampleWrong(int image) {
        OddLibrary odd = new OddLibrary(SystemTurbo.loaded(), image, false);
        assertEquals(Optional.empty(), TurboAccelerator.tried(odd));
        assertEquals(image + 1, odd.decoded);
    }

    @Test
    void whatIsWrongIsTold() {
        TurboLibrary library = SystemTurbo.loaded();
        assertEquals(
                Optional.of("it makes other samples of an image in 4:2:0"),
                AcceleratorTrial.failure(new TurboAccelerator(new OddLibrary(library, 3, false))));
        assertEquals(
                Optional.of("it warns of a sound image in gray"),
                AcceleratorTrial.failure(new TurboAccelerator(new OddLibrary(library, 0, true))));
    }
}
