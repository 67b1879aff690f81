package dev.understudy.codec.webp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.ImageIoCodec;
import dev.understudy.image.Codec;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Encoder;
import dev.understudy.testkit.codec.BundleLoader;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.EncodeOptionsFixture;
import dev.understudy.testkit.codec.LibraryCopies;
import dev.understudy.testkit.codec.TestImage;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,Linux/x86_64/libwebp-imageio.so",
        "Linux,aarch64,Linux/aarch64/libwebp-imageio.so",
        "Linux,ppc64le,Linux/ppc64/libwebp-imageio.so",
        "Mac OS X,aarch64,Mac/aarch64/libwebp-imageio.dylib",
        "Windows 11,amd64,Windows/x86_64/webp-imageio.dll"
    })
    void theLibraryOfASystemIsCarriedAlong(String system, String architecture, String file) {
        String resource = NativeLibrary.resource(system, architecture);
        assertEquals("/native/" + file, resource);
        assertNotNull(getClass().getResource(resource));
    }

    @Test
    void otherSystemsHaveNone() {
        assertNull(getClass().getResource(NativeLibrary.resource("SunOS", "sparcv9")));
    }

    /** What an update of the bundle does: the new class loader comes while the old one is still in use. */
    @Test
    void twoClassLoadersUseItSideBySide() throws Exception {
        LibraryCopies before = LibraryCopies.now("understudy-webp-");
        try (BundleLoader first = loader();
                BundleLoader second = loader()) {
            Codec old = codec(first);
            Codec renewed = codec(second);
            assertNotSame(old.getClass(), renewed.getClass());
            for (Codec codec : new Codec[] {old, renewed, old}) {
                Encoder encoder = codec.encoders().stream()
                        .filter(candidate -> candidate.formats().get(0).name().equals("webp"))
                        .findFirst()
                        .orElseThrow();
                byte[] file = encoder.encode(TestImage.rgb(), new EncodeOptionsFixture(encoder).plain());
                var decoder = codec.decoders().stream()
                        .filter(candidate -> candidate.format().equals("webp"))
                        .findFirst()
                        .orElseThrow();
                assertEquals(
                        TestImage.WIDTH,
                        decoder.decode(new BytesSource(file), DecodeRequest.WHOLE)
                                .pixels()
                                .width());
            }
        }
        before.assertNoOthers();
    }

    @Test
    void aClassLoaderThatIsDoneWithIsCollected() throws Exception {
        WeakReference<ClassLoader> loader = useAndForget();
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertNull(loader.get());
    }

    private static WeakReference<ClassLoader> useAndForget() throws Exception {
        try (BundleLoader loader = loader()) {
            Codec codec = codec(loader);
            for (Encoder encoder : codec.encoders()) {
                byte[] file = encoder.encode(TestImage.rgb(), new EncodeOptionsFixture(encoder).plain());
                for (var decoder : codec.decoders()) {
                    if (decoder.recognizes(ByteBuffer.wrap(file, 0, 64))) {
                        assertEquals(
                                TestImage.WIDTH,
                                decoder.inspect(new BytesSource(file)).width());
                    }
                }
            }
            return new WeakReference<>(loader);
        }
    }

    private static BundleLoader loader() {
        return new BundleLoader("dev.understudy.codec.", "com.luciad.", "com.twelvemonkeys.");
    }

    private static Codec codec(BundleLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass(ImageIoCodec.class.getName());
        assertTrue(type.getClassLoader() == loader);
        return (Codec) type.getConstructor().newInstance();
    }
}
