package io.daybook.query.reading;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells OpenAPI the parameters that every question takes; {@link Asked} reads them. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "readAfter",
        in = ParameterIn.QUERY,
        description =
                "Wait until the view has seen what the command that answered this token did (2 s, else 503 view.late)",
        schema = @Schema(type = "string"))
@Parameter(
        name = "Read-After",
        in = ParameterIn.HEADER,
        description = "The same as readAfter",
        schema = @Schema(type = "string"))
@Parameter(
        name = "Prefer",
        in = ParameterIn.HEADER,
        description = "stale-ok: rather an old answer, marked by Preference-Applied, than 503 view.late",
        schema = @Schema(type = "string"))
public @interface ReadingParameters {}
