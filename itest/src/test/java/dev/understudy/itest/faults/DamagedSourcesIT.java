package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.faults.Breakage.Content;
import dev.understudy.itest.faults.LocalFault.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 1 and 3, besides the table: files cut anywhere, and files that were sound and kept before. */
class DamagedSourcesIT {

    private static final Outcome CORRUPT = new Outcome("source.corrupt", 403, "Image cannot be read", 2);

    /** A kept picture is served for a second before its file is looked at again. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private static final String PICTURE = "picture?fmt=png&wid=40";

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("jpeg", (Content) Pictures::busyJpeg), Arguments.of("png", (Content) Pictures::busyPng));
    }

    static Stream<Named<Breakage>> breakages() {
        return Stream.of(
                Named.of("1: a file that is deleted", Breakage.delete(Tenant.PICTURE)),
                Named.of("3: a file that is cut", Breakage.cut(Tenant.PICTURE, 50, Pictures::busyPng)));
    }

    @ParameterizedTest(name = "3: a {0} file that is cut anywhere from 0 to 99 %")
    @MethodSource("pictures")
    void cutAnywhere(String format, Content picture) throws IOException {
        Tenant tenant = tenant("cut-" + format);
        byte[] whole = picture.bytes();
        for (int percent = 0; percent < 100; percent++) {
            Pictures.replace(tenant.file(Tenant.PICTURE), Breakage.cut(whole, percent));
            Examination.answer(client().get(target(tenant)), Answer.TEXT, CORRUPT);
        }
        Pictures.replace(tenant.file(Tenant.PICTURE), whole);
        Response response = client().get(target(tenant));
        assertEquals(200, response.status(), response::toString);
        assertEquals(40, response.picture().getWidth());
    }

    @ParameterizedTest(name = "{0} after its picture has been kept")
    @MethodSource("breakages")
    void noticed(Breakage breakage) throws IOException {
        Tenant tenant = tenant("kept-before");
        Examination.answer(client().get(target(tenant)), Answer.RIGHT, CORRUPT);
        breakage.apply(tenant);
        client().await(target(tenant), NOTICED, response -> response.status() == 403);
        tenant.restoreFiles(LocalFaults.HERE);
        Examination.answer(client().get(target(tenant)), Answer.RIGHT, CORRUPT);
    }

    private static Tenant tenant(String name) throws IOException {
        Tenant tenant = new Tenant(SERVER.server().setup(), name);
        tenant.create(LocalFaults.HERE, "", "");
        tenant.awaitLoaded(client());
        return tenant;
    }

    private static String target(Tenant tenant) {
        return "/is/image/" + tenant.name() + "/" + PICTURE;
    }

    private static Client client() {
        return SERVER.client();
    }
}
