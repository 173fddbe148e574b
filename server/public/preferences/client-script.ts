/**
 * Without it the page works; with it each change is saved at once and the page stays where it is.
 * It sends the page's own forms to the page's own address and shows the answer.
 */
export const PREFERENCES_SCRIPT = `(()=>{
const d=document,$=i=>d.getElementById(i),announce=d.createElement("div");
announce.id="announce";announce.setAttribute("role","status");$("said").before(announce);
let turn=Promise.resolve(),timer;
const key=e=>{const f=e&&e.form;return f?[f.dataset.k,e.name,e.value]:null};
const find=k=>[...d.querySelectorAll("form")].filter(f=>f.dataset.k===k[0]).flatMap(f=>[...f.elements]).find(e=>e.name===k[1]&&(e.type==="select-one"||e.type==="time"||e.value===k[2]));
const show=(text,place,from)=>{
const p=new DOMParser().parseFromString(text,"text/html"),body=p.getElementById("body");
if(!body)throw 0;
const focus=d.activeElement,id=focus&&focus.id,k=key(focus),open=[...d.querySelectorAll("details[open]")].map(e=>e.id);
const summary=focus&&focus.tagName==="SUMMARY"?focus.parentElement.id:"";
const {lang,dir}=p.documentElement;Object.assign(d.documentElement,{lang,dir});d.title=p.title;
$("body").innerHTML=body.innerHTML;
$("said").innerHTML=p.getElementById("said").innerHTML;
const head=p.querySelector("header");if(head)d.querySelector("header").innerHTML=head.innerHTML;
for(const i of open){const e=$(i);if(e&&e.tagName==="DETAILS")e.open=true}
const to=summary&&$(summary)?$(summary).querySelector("summary"):k&&find(k)||id&&$(id);
if(to)to.focus({preventScroll:true});else if(k){const undo=$("undo");if(undo)undo.focus({preventScroll:true})}
const told=$("said").querySelector("[role=status]");if(told)told.removeAttribute("role");announce.textContent="";
timer=setTimeout(()=>{announce.textContent=told?told.textContent:""},50);
live()};
const send=form=>by=>{const fields=new FormData(form);if(by&&by.name)fields.append(by.name,by.value);
clearTimeout(timer);announce.textContent=$("said").dataset.saving;
turn=turn.then(()=>fetch(location.href,{method:"POST",body:new URLSearchParams(fields)})).then(r=>r.text()).then(show).catch(()=>{
announce.textContent="";const p=d.createElement("p");p.className="problem";p.setAttribute("role","alert");p.textContent=$("said").dataset.failed;$("said").replaceChildren(p);form.reset()})};
d.addEventListener("submit",e=>{e.preventDefault();send(e.target)(e.submitter)});
d.addEventListener("change",e=>{const f=e.target.form;if(f&&e.target.hasAttribute("data-save"))send(f)(null)});
d.addEventListener("keydown",e=>{if((e.metaKey||e.ctrlKey)&&!e.shiftKey&&!e.altKey&&e.key.toLowerCase()==="z"&&!/^(text|time|date)$/.test(e.target.type||"")){const u=$("undo");if(u){e.preventDefault();u.click()}}});
const skew=()=>{const c=$("clock");return c?Number(c.dataset.now)-Date.now():0};
let ahead=skew();
const tick=()=>{const c=$("clock");if(!c)return;try{c.textContent=c.dataset.words.replace("{time}",new Intl.DateTimeFormat(c.dataset.locale,{hour:"2-digit",minute:"2-digit",timeZone:c.dataset.zone}).format(Date.now()+ahead))}catch{}};
const live=()=>{ahead=skew();tick();const use=$("use");if(!use)return;const mine=Intl.DateTimeFormat().resolvedOptions().timeZone,z=$("zone");
if(!mine||$("clock").dataset.zone===mine||![...z.options].some(o=>o.value===mine))return;
use.querySelector("[name=zone]").value=mine;use.querySelector("button").textContent=use.dataset.words.replace("{city}",mine.split("/").pop().replaceAll("_"," "));use.hidden=false};
live();setInterval(tick,5e3)})()`;
