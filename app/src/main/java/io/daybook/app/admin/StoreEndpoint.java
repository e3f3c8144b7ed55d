package io.daybook.app.admin;

import io.daybook.infra.eventstore.Adoption;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event store as a whole. */
@RestController
@RequestMapping("/admin/store")
final class StoreEndpoint {
    private final Adoption adoption;

    StoreEndpoint(Adoption adoption) {
        this.adoption = adoption;
    }

    /** Says that this log, where it lies, is the one to go on with. */
    @PostMapping("/adopt")
    Adopted adopt(@RequestParam(defaultValue = "false") boolean lossless) {
        adoption.adopt(lossless);
        return new Adopted(adoption.logId().toString());
    }

    record Adopted(String logId) {}
}
