package dev.understudy.codec.turbo.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurboLibrariesTest {

    @Test
    void noLibraryIsNoFailure() {
        assertEquals(Optional.empty(), TurboLibraries.find(List.of("libnothing-at-all.so.0"), JnaLibrary::load));
        assertEquals(Optional.empty(), TurboLibraries.find(List.of("any"), name -> {
            throw new NoSuchMethodException("load");
        }));
    }

    @Test
    void allNamesAreTried() {
        List<String> asked = new ArrayList<>();
        TurboLibraries.find(List.of("first", "second"), name -> {
            asked.add(name);
            throw new UnsatisfiedLinkError(name);
        });
        assertEquals(List.of("first", "second"), asked);
    }
}
