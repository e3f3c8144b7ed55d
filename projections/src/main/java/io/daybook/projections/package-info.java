/** How events become answers. This package only lists the module's parts; each read model and each part of the engine has its own. */
@NullMarked
package io.daybook.projections;

import org.jspecify.annotations.NullMarked;
