/* ICU renames its functions with macros that Swift can't see, so this module declares nothing:
   it only carries ICU's compiler and linker flags to the target CTextNorm, which calls ICU from C. */
