// Owns starting the assembly's program on its page. The language is the address's: the phone keeps one document for all of them.
import { mount } from 'svelte';
import AssemblyPage from '#lib/client/screens/AssemblyPage.svelte';

const target = document.getElementById('assembly');
if (!target) throw new Error('The page has no place for its program');
const [, lang = ''] = location.pathname.split('/');
mount(AssemblyPage, { target, props: { lang, program: target.dataset['program'] ?? '' } });
