package dev.understudy.engine.planning;

import static dev.understudy.serve.NegotiatedHeader.ACCEPT;
import static dev.understudy.serve.NegotiatedHeader.DOWNLINK;
import static dev.understudy.serve.NegotiatedHeader.DPR;
import static dev.understudy.serve.NegotiatedHeader.ECT;
import static dev.understudy.serve.NegotiatedHeader.SAVE_DATA;
import static dev.understudy.serve.NegotiatedHeader.SEC_CH_DPR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.HintUse;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.codec.TestFormats;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.serve.AcceptedTypes;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.serve.NegotiatedHeader;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAdaptationTest {

    private static final String CHROME = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";
    private static final String SAFARI_13 = "image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5";
    private static final Set<NegotiatedHeader> RATIO = Set.of(SEC_CH_DPR, DPR);
    private static final Set<NegotiatedHeader> NETWORK = Set.of(SAVE_DATA, ECT, DOWNLINK);

    private final TestCatalogs catalogs = TestCatalogs.sample();
    private OutputFormats formats = TestFormats.ALL;
    private String accept = "";
    private double ratio;
    private ConnectionQuality connection = ConnectionQuality.GOOD;

    private ReadRequest read(String query) {
        ClientHints hints = new ClientHints(AcceptedTypes.of(accept), ratio, connection);
        return RequestReader.read(
                new RawRequest("gallery/bridge", query, catalogs, formats, AccessPolicy.unrestricted(), hints), null);
    }

    private PlannedRequest planned(String query) throws ServeException {
        ReadRequest read = read(query);
        PlannedRequest planned = RequestPlanner.plan(read);
        assertEquals(planned.varying(), RequestPlanner.varying(read), "the answer to a failure varies alike");
        return planned;
    }

    private ImagePlan plan(String query) throws ServeException {
        return planned(query).image();
    }

    private void allow(HintUse use) {
        catalogs.tenant("gallery").set(Attributes.CLIENT_HINTS, use);
    }

    /** query; the header Accept; the format, and its compression. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    bfc=on                         | image/webp                      | webp       | lossy
                    BFC=ON&fmt=jpg                 | image/avif,image/webp,*/*;q=0.8 | webp       | lossy
                    bfc=on&fmt=pjpeg               | image/webp                      | webp       | lossy
                    bfc=on&fmt=png                 | image/webp                      | webp       | lossless
                    bfc=on&fmt=png-alpha           | image/webp                      | webp-alpha | lossless
                    bfc=on&fmt=jpeg,gray           | image/webp                      | webp       | lossy
                    bfc=on&req=mask                | image/webp                      | webp       | lossy
                    bfc=on&req=tmb                 | image/webp                      | webp       | lossy
                    bfc=on&fmt=gif                 | image/webp                      | gif        | none
                    bfc=on&fmt=tif                 | image/webp                      | tif        | none
                    bfc=on&fmt=webp                | image/jpeg                      | webp       | lossy
                    bfc=on                         | ''                              | jpeg       | none
                    bfc=on                         | */*                             | jpeg       | none
                    bfc=on                         | image/*                         | jpeg       | none
                    bfc=on                         | text/html                       | jpeg       | none
                    bfc=on                         | image/webp;q=0,image/*          | jpeg       | none
                    bfc=on                         | image/webp;q=0.5,image/jpeg     | jpeg       | none
                    bfc=on                         | image/webp;q=0.5,image/jpeg;q=0.4 | webp     | lossy
                    bfc=off                        | image/webp                      | jpeg       | none
                    &                              | image/webp                      | jpeg       | none
                    bfc=on&iccEmbed=0              | image/webp                      | webp       | lossy
                    bfc=on&xmpEmbed=1              | image/webp                      | jpeg       | none
                    bfc=on&jpegSize=20             | image/webp                      | jpeg       | none
                    """)
    void formats(String query, String header, String format, String compression) throws ServeException {
        accept = header;
        OutputPlan output = plan(query).output();
        assertEquals(format, output.format());
        assertEquals(compression, output.compression());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    bfc=on               | image/avif,image/webp,*/*;q=0.8      | avif
                    bfc=on               | image/avif;q=0.5,image/webp;q=0.9,image/jpeg;q=0.1 | webp
                    bfc=on               | image/webp                           | webp
                    bfc=on&fmt=png       | image/avif,image/webp                | webp
                    bfc=on&fmt=jpeg,gray | image/avif,image/webp                | webp
                    """)
    void avifWhereItIsInstalled(String query, String header, String format) throws ServeException {
        formats = TestFormats.WITH_AVIF;
        accept = header;
        assertEquals(format, plan(query).output().format());
    }

    @Test
    void theFormatAskedForIsForImagesThatAreTooLarge() throws ServeException {
        accept = CHROME;
        assertEquals(plan("bfc=off&qlt=33").output(), plan("bfc=on&qlt=33").otherwise());
        assertNull(plan("bfc=off").otherwise());
    }

    @Test
    void theCatalogTurnsTheConversionOnAndARequestOff() throws ServeException {
        accept = CHROME;
        catalogs.tenant("gallery").set(Attributes.BFC, true);
        assertEquals("webp", plan("").output().format());
        assertEquals("jpeg", plan("bfc=off").output().format());
        assertEquals(Set.of(), planned("bfc=off").varying());
    }

    @Test
    void clientsThatTakeOtherFormatsHaveOtherKeys() throws ServeException {
        accept = CHROME;
        String webp = PlanKey.of(plan("bfc=on"), "");
        accept = SAFARI_13;
        assertNotEquals(webp, PlanKey.of(plan("bfc=on"), ""));
        assertEquals(PlanKey.of(plan("bfc=off"), ""), PlanKey.of(plan("bfc=on"), ""));
    }

    /** What an answer depends on is the same for all clients, whatever they say. */
    @ParameterizedTest
    @ValueSource(strings = {"", CHROME, SAFARI_13})
    void variesByAcceptWhereThatMatters(String header) throws ServeException {
        accept = header;
        assertEquals(Set.of(ACCEPT), planned("bfc=on").varying());
        assertEquals(Set.of(ACCEPT), planned("bfc=on&req=props").varying());
        assertEquals(Set.of(), planned("bfc=on&fmt=gif").varying());
        assertEquals(Set.of(), planned("bfc=on&xmpEmbed=1").varying());
        assertEquals(Set.of(), planned("").varying());
        assertEquals(Set.of(), planned("bfc=on&req=imageprops").varying());
        formats = TestFormats.WITHOUT_WEBP;
        assertEquals(Set.of(), planned("bfc=on").varying());
    }

    @Test
    void aBrokenRequestVariesAsItsAnswerWouldHave() {
        assertEquals(Set.of(ACCEPT), RequestPlanner.varying(read("bfc=on&wid=much")));
        assertEquals(Set.of(ACCEPT), RequestPlanner.varying(read("bfc=on&layer=nosuch")));
        assertEquals(Set.of(), RequestPlanner.varying(read("bfc=perhaps")));
    }

    /** what the catalog allows, query, ratio of the client; width. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    NONE   | wid=100&dpr=on           | 2     | 100
                    NONE   | wid=100                  | 2     | 100
                    NONE   | wid=100&dpr=on,3         | 2     | 300
                    ASKED  | wid=100                  | 2     | 100
                    ASKED  | wid=100&dpr=on           | 2     | 200
                    ASKED  | wid=100&dpr=on,3         | 2     | 300
                    ASKED  | wid=100&dpr=on           | 0     | 100
                    ASKED  | wid=100&dpr=on           | 0.5   | 100
                    ASKED  | wid=100&dpr=on           | 1.1   | 125
                    ASKED  | wid=100&dpr=on           | 1.2500001 | 125
                    ASKED  | wid=100&dpr=on           | 2.625 | 275
                    ASKED  | wid=100&dpr=on           | 4     | 400
                    ASKED  | wid=100&dpr=on           | 1e9   | 400
                    ALWAYS | wid=100                  | 2     | 200
                    ALWAYS | wid=100&dpr=off          | 2     | 100
                    ALWAYS | wid=100&dpr=on,1         | 2     | 100
                    ALWAYS | wid=100&rect=0,0,9,9     | 2     | 100
                    ALWAYS | wid=100&req=tmb          | 2     | 200
                    """)
    void pixelRatios(HintUse use, String query, double said, int width) throws ServeException {
        allow(use);
        ratio = said;
        assertEquals(width, plan(query).view().scaling().width());
    }

    @Test
    void anOutOfTheWayRatioIsNoError() throws ServeException {
        catalogs.defaults().set(Attributes.MAX_PIX, new PixelSize(150, 0));
        allow(HintUse.ALWAYS);
        ratio = 4;
        assertEquals(4, plan("wid=100").view().scaling().pixelRatio());
        assertEquals(150, plan("wid=100").view().reduced(150 / 400.0).scaling().width());
        assertEquals(100, plan("wid=100").view().reduced(0.01).scaling().width());
    }

    /** A view that has no room to grow is no smaller for that. */
    @Test
    void aPartThatIsFarAwayKeepsItsSize() throws ServeException {
        assertEquals(
                4, plan("wid=100&rect=2147483640,20,4,4").view().rect().region().width());
        assertEquals(
                4,
                plan("wid=100&rect=2147483640,20,4,4&dpr=on,2")
                        .view()
                        .rect()
                        .region()
                        .width());
    }

    @Test
    void aPartOfTheViewGrowsWithIt() throws ServeException {
        ImagePlan twice = plan("wid=100&rect=10,20,30,40&dpr=on,2");
        assertEquals(
                "20,40 60x80",
                twice.view().rect().region().x() + ","
                        + twice.view().rect().region().y() + " "
                        + twice.view().rect().region().width() + "x"
                        + twice.view().rect().region().height());
    }

    @Test
    void variesByTheRatioWhereThatMatters() throws ServeException {
        allow(HintUse.ASKED);
        assertEquals(RATIO, planned("dpr=on").varying());
        assertEquals(Set.of(), planned("dpr=on,2").varying());
        assertEquals(Set.of(), planned("").varying());
        assertEquals(Set.of(), planned("dpr=on&rect=0,0,9,9").varying());
        allow(HintUse.NONE);
        assertEquals(Set.of(), planned("dpr=on").varying());
    }

    /** what the catalog allows, query, connection; width and quality. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    ASKED  | network=on             | GOOD | 200 | 80
                    ASKED  | network=on             | FAIR | 200 | 60
                    ASKED  | network=on             | POOR | 100 | 40
                    ASKED  | network=on&qlt=1       | POOR | 100 | 1
                    ASKED  | network=on&fmt=png     | POOR | 100 | 100
                    ASKED  | network=off            | POOR | 200 | 80
                    ASKED  | &                      | POOR | 200 | 80
                    NONE   | network=on             | POOR | 200 | 80
                    ALWAYS | &                      | POOR | 100 | 40
                    ALWAYS | network=off            | POOR | 200 | 80
                    """)
    void slowConnections(HintUse use, String query, ConnectionQuality said, int width, int quality)
            throws ServeException {
        allow(use);
        connection = said;
        ImagePlan plan = plan("wid=100&dpr=on,2&" + query);
        assertEquals(width, plan.view().scaling().width());
        assertEquals(quality, plan.output().quality());
    }

    @Test
    void variesByTheConnectionWhereThatMatters() throws ServeException {
        allow(HintUse.ASKED);
        assertEquals(NETWORK, planned("network=on").varying());
        assertEquals(Set.of(), planned("network=on&fmt=png").varying());
        assertEquals(NETWORK, planned("network=on&fmt=png&dpr=on,2").varying());
        assertEquals(Set.of(), planned("network=off").varying());
        allow(HintUse.NONE);
        assertEquals(Set.of(), planned("network=on").varying());
    }

    @Test
    void nestedRequestsAreNotSuitedToTheClient() throws ServeException {
        allow(HintUse.ALWAYS);
        catalogs.tenant("gallery").set(Attributes.BFC, true);
        accept = CHROME;
        ratio = 2;
        connection = ConnectionQuality.POOR;
        String query = "bfc=off&dpr=off&network=off&layer=0&src=is{gallery/bridge?wid=50}";
        ImagePlan suited = plan(query);
        ratio = 0;
        connection = ConnectionQuality.GOOD;
        assertEquals(plan(query), suited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bfc=1", "network=maybe", "dpr=2", "bfc=true"})
    void badValues(String query) {
        assertThrows(ServeException.class, () -> RequestPlanner.plan(read(query)));
    }
}
