package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.faults.Breakage.BrokenContent;
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

    /** A kept image is served for a second before its file is looked at again. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private static final String IMAGE = "image?fmt=png&wid=40";

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("jpeg", (BrokenContent) FaultImages::busyJpeg),
                Arguments.of("png", (BrokenContent) FaultImages::busyPng));
    }

    static Stream<Named<Breakage>> breakages() {
        return Stream.of(
                Named.of("1: a file that is deleted", Breakage.delete(FaultTenant.IMAGE)),
                Named.of("3: a file that is cut", Breakage.cut(FaultTenant.IMAGE, 50, FaultImages::busyPng)));
    }

    @ParameterizedTest(name = "3: a {0} file that is cut anywhere from 0 to 99 %")
    @MethodSource("images")
    void cutAnywhere(String format, BrokenContent image) throws IOException {
        FaultTenant tenant = tenant("cut-" + format);
        byte[] whole = image.bytes();
        for (int percent = 0; percent < 100; percent++) {
            FaultImages.replace(tenant.file(FaultTenant.IMAGE), Breakage.cut(whole, percent));
            Examination.answer(client().get(target(tenant)), FaultAnswer.TEXT, CORRUPT);
        }
        FaultImages.replace(tenant.file(FaultTenant.IMAGE), whole);
        Response response = client().get(target(tenant));
        assertEquals(200, response.status(), response::toString);
        assertEquals(40, response.image().getWidth());
    }

    @ParameterizedTest(name = "{0} after its image has been kept")
    @MethodSource("breakages")
    void noticed(Breakage breakage) throws IOException {
        FaultTenant tenant = tenant("kept-before");
        Examination.answer(client().get(target(tenant)), FaultAnswer.RIGHT, CORRUPT);
        breakage.apply(tenant);
        client().await(target(tenant), NOTICED, response -> response.status() == 403);
        tenant.restoreFiles(LocalFaults.HERE);
        Examination.answer(client().get(target(tenant)), FaultAnswer.RIGHT, CORRUPT);
    }

    private static FaultTenant tenant(String name) throws IOException {
        FaultTenant tenant = new FaultTenant(SERVER.server().setup(), name);
        tenant.create(LocalFaults.HERE, "", "");
        tenant.awaitLoaded(client());
        return tenant;
    }

    private static String target(FaultTenant tenant) {
        return "/is/image/" + tenant.name() + "/" + IMAGE;
    }

    private static Client client() {
        return SERVER.client();
    }
}
